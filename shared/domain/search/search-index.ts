import { PLACES_OF_TEXT, type Entry, type EntryText, type PlaceOfText } from './entry.ts';
import { foldWords } from './fold.ts';

/** An entry that was found, and by what: null where its title says so itself. */
export interface Found {
  readonly entry: Entry;
  readonly because: EntryText | null;
}

/** Things to find, made ready for typing. */
export interface SearchIndex {
  /** Everything, by key. */
  get(key: string): Entry | undefined;
  /** All that has every word of a text, the best first; nothing for an empty one. */
  search(text: string): readonly Found[];
}

/** How a word stands in a text, the best first. */
const [WHOLE, BEGINS, WORD, INSIDE] = [0, 1, 2, 3];
const PLACES = PLACES_OF_TEXT.length;
/** Notes are long: what stands there says little, however it stands. */
const NOTE = PLACES_OF_TEXT.indexOf('note');
/** Above every rank there is. */
const NOT_FOUND = 1_000;
/** What all words of a text have as they were typed comes before what has them here and there. */
const APART = 100;

/** All texts of one place, one after the other: read with the engine's own search, which is as fast as memory. */
interface Column {
  readonly place: number;
  /** Folded, each between line feeds. */
  readonly joined: string;
  /** Where text i ends in `joined`. */
  readonly ends: Int32Array;
  readonly owners: Int32Array;
  /** null: the title. */
  readonly texts: readonly (EntryText | null)[];
}

/**
 * Makes what is typed into: `entries` in the order in which they stand where they match equally well. A word of the query counts more
 * where it is the whole text, then where it begins it, then where it begins a word in it, then inside of a word; and within these by
 * its place: names before codes before e-mail addresses. A note comes last of all.
 */
export function makeSearchIndex(entries: readonly Entry[]): SearchIndex {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const columns = columnsOf(entries);
  const ranks = new Int32Array(entries.length);
  const places = new Int32Array(entries.length);

  const lookFor = (needle: string): void => {
    ranks.fill(NOT_FOUND);
    places.fill(0);
    for (const column of columns) look(column, needle, ranks, places);
  };

  /** What has all words, wherever; the place is that of the last (the longest) which is not in the name. */
  const lookForAll = (words: readonly string[]): { readonly ranks: Int32Array; readonly places: Int32Array } => {
    const sums = new Int32Array(entries.length).fill(APART);
    const where = new Int32Array(entries.length);
    for (const word of words) {
      lookFor(word);
      for (let at = 0; at < sums.length; at++) {
        sums[at] = Math.min(NOT_FOUND, (sums[at] as number) + (ranks[at] as number));
        if ((places[at] as number) % PLACES !== 0) where[at] = places[at] as number;
      }
    }
    return { ranks: sums, places: where };
  };

  return {
    get: (key) => byKey.get(key),
    search(text) {
      const query = foldQuery(text);
      if (query === '') return [];
      lookFor(query);
      const total = ranks.slice();
      const where = places.slice();
      const words = [...new Set(query.split(' '))].sort((a, b) => a.length - b.length);
      if (query.includes(' ')) {
        const apart = lookForAll(words);
        for (let at = 0; at < total.length; at++) {
          if ((apart.ranks[at] as number) >= (total[at] as number)) continue;
          total[at] = apart.ranks[at] as number;
          where[at] = apart.places[at] as number;
        }
      }
      const found: number[] = [];
      for (let at = 0; at < total.length; at++) if ((total[at] as number) < NOT_FOUND) found.push(at);
      found.sort((a, b) => (total[a] as number) - (total[b] as number) || a - b);
      return found.map((at) => ({ entry: entries[at] as Entry, because: textAt(columns, where[at] as number) }));
    },
  };
}

/** As texts are folded; an address without what every address begins with. */
function foldQuery(text: string): string {
  return foldWords(text).trim().split(/\s+/).map(withoutScheme).join(' ');
}

/** An address without "https://" and "www.". */
export const withoutScheme = (address: string): string => address.replace(/^https?:\/\//, '').replace(/^www\./, '');

function columnsOf(entries: readonly Entry[]): readonly Column[] {
  const texts = new Map<
    PlaceOfText,
    { readonly owner: number; readonly folded: string; readonly text: EntryText | null }[]
  >();
  const add = (owner: number, place: PlaceOfText, searched: string, text: EntryText | null): void => {
    if (searched === '') return;
    const folded = foldWords(searched);
    const all = texts.get(place);
    if (all) all.push({ owner, folded, text });
    else texts.set(place, [{ owner, folded, text }]);
  };
  entries.forEach((entry, owner) => {
    add(owner, 'name', entry.title, null);
    for (const text of entry.texts) add(owner, text.place, text.search ?? text.text, text);
  });
  return PLACES_OF_TEXT.flatMap((place, at): Column[] => {
    const all = texts.get(place);
    if (!all) return [];
    let length = 0;
    return [
      {
        place: at,
        joined: `\n${all.map(({ folded }) => folded).join('\n')}\n`,
        ends: Int32Array.from(all, ({ folded }) => (length += folded.length + 1)),
        owners: Int32Array.from(all, ({ owner }) => owner),
        texts: all.map(({ text }) => text),
      },
    ];
  });
}

/** Rank and place of the best match of each entry: the place as its column and the text's number in it. */
function look(column: Column, needle: string, ranks: Int32Array, places: Int32Array): void {
  const { place, joined, ends, owners } = column;
  let text = 0;
  let at = joined.indexOf(needle, 1);
  while (at >= 0) {
    while ((ends[text] as number) <= at) text++;
    const owner = owners[text] as number;
    const end = at + needle.length;
    const how = standing(joined.charCodeAt(at - 1), joined.charCodeAt(end));
    const rank = place === NOTE ? (INSIDE + 1) * PLACES + how : how * PLACES + place;
    if (rank < (ranks[owner] as number)) {
      ranks[owner] = rank;
      places[owner] = text * PLACES + place;
    }
    // Further on in the same text it can only stand better if it has not begun a word yet.
    at = joined.indexOf(needle, how === INSIDE ? at + 1 : ends[text]);
  }
}

const LINE_FEED = 10;

function standing(before: number, after: number): number {
  if (before === LINE_FEED) return after === LINE_FEED ? WHOLE : BEGINS;
  return isWordCharacter(before) ? INSIDE : WORD;
}

/** Letters and digits of any script: whatever is neither ASCII punctuation nor a blank. */
const isWordCharacter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 128 && code !== 160 && code !== 8211);

/** What an entry was found by, if it is not its title. */
function textAt(columns: readonly Column[], where: number): EntryText | null {
  const place = where % PLACES;
  return columns.find((column) => column.place === place)?.texts[(where - place) / PLACES] ?? null;
}
