import { numberAt, refOf, type Ref, type TextView } from './columns.ts';
import { fold } from './fold.ts';
import { ID_MATCHES, IdMarks, type IdMatch } from './id-marks.ts';
import { listedAt } from './listing.ts';
import type { ListedTransaction } from './query.ts';
import type { Steps } from './steps.ts';
import type { LoadedRows, Store } from './store.ts';

/** Fields that name a row: its own id, and that of the order. */
export const ID_FIELDS = ['transactionId', 'orderId'] as const;

/** A live row that is called by a text. */
export interface FoundRow extends ListedTransaction {
  readonly match: IdMatch;
}

/** What is kept ready of a segment. */
interface Ids {
  readonly marks: IdMarks;
  /** The ids, folded, as their columns have them. */
  readonly columns: readonly { readonly text: string; readonly view: TextView }[];
  /** No row happened later; -Infinity if none says when. */
  readonly newest: number;
}

/** A row that was found, and what its place depends on. */
interface Hit {
  readonly ref: Ref;
  readonly time: number;
  readonly sequence: number;
  readonly line: number;
}

/**
 * Finds live rows by a text in their ids. Segments never change, so what is kept ready of one holds for as long as it is loaded, and
 * which of its rows live is looked up when asked. Measured on a million rows against reading all ids (20 to 40 ms a question):
 * `tests/bench`.
 */
export class IdFinder {
  readonly #ids = new WeakMap<LoadedRows, Ids>();

  /**
   * The best `limit` rows: those whose id is the text, then those with one that begins with it, then those that have it anywhere; of
   * equal ones the latest first, then the last to come. Case does not count. An empty text finds nothing and only makes ready.
   */
  *find(store: Store, text: string, limit: number): Steps<FoundRow[]> {
    const segments: { readonly loaded: LoadedRows; readonly ids: Ids }[] = [];
    for (const loaded of store.rowsSegments()) {
      let ids = this.#ids.get(loaded);
      if (!ids) {
        this.#ids.set(loaded, (ids = idsOf(loaded)));
        yield;
      }
      segments.push({ loaded, ids });
    }
    const needle = fold(text);
    if (needle === '') return [];
    segments.sort((a, b) => (a.ids.newest < b.ids.newest ? 1 : a.ids.newest > b.ids.newest ? -1 : 0));
    const best = new Best(limit);
    for (const { loaded, ids } of segments) {
      const wanted = ID_MATCHES.some((match) => !best.isFull(match, ids.newest) && ids.marks.may(match, needle));
      if (!wanted) continue;
      if (gather(store, loaded, ids, needle, best)) yield;
    }
    return best.rows().map(({ match, ref }) => ({ ...listedAt(store, ref), match }));
  }
}

function idsOf({ block }: LoadedRows): Ids {
  const columns = ID_FIELDS.map((field) => {
    const view = block.text[field];
    const folded = fold(view.text);
    // Most ids are digits: what is the same is kept once.
    return { text: folded === view.text ? view.text : folded, view };
  });
  const marks = new IdMarks(columns.reduce((sum, { text }) => sum + text.length, 0));
  for (const { text, view } of columns) marks.add(text, view.ends);
  let newest = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < block.rows; row++) newest = Math.max(newest, timeOf(block.numbers.eventTime, row));
  return { marks, columns, newest };
}

/** When a row happened, as a number to compare by; -Infinity if it does not say. */
function timeOf(times: LoadedRows['block']['numbers']['eventTime'], row: number): number {
  const time = numberAt(times, row);
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}

/** Reads the ids of a segment. False if none has the text. */
function gather(store: Store, loaded: LoadedRows, { columns }: Ids, needle: string, best: Best): boolean {
  const marked = columns.flatMap(({ text, view }) => {
    const entries = matches(text, view, needle);
    return entries ? [{ entries, entry: view.entry }] : [];
  });
  if (marked.length === 0) return false;
  const { live, block, rows } = loaded;
  // From the end: files mostly have the latest rows there, and what comes first keeps others out.
  for (let row = rows - 1; row >= 0; row--) {
    if (live[row] === 0) continue;
    let rank = 0;
    for (const { entries, entry } of marked) rank = Math.max(rank, entries[entry[row] as number] as number);
    if (rank === 0) continue;
    const match = ID_MATCHES[ID_MATCHES.length - rank] as IdMatch;
    const time = timeOf(block.numbers.eventTime, row);
    if (best.isFull(match, time)) continue;
    const version = store.liveVersion(loaded, row);
    best.add(match, {
      ref: refOf(loaded.slot, row),
      time,
      sequence: store.at(version).segment.sequence,
      line: store.line(version),
    });
  }
  return true;
}

/** By entry: 3 if it is the text, 2 if it begins with it, 1 if it holds it, else 0; null if none does. */
function matches(text: string, { ends, entries }: TextView, needle: string): Uint8Array | null {
  let at = text.indexOf(needle);
  if (at < 0) return null;
  const found = new Uint8Array(entries);
  let any = false;
  let entry = 0;
  while (at >= 0) {
    while ((ends[entry] as number) <= at) entry++;
    const start = entry === 0 ? 0 : (ends[entry - 1] as number);
    const end = ends[entry] as number;
    if (at + needle.length <= end) {
      found[entry] = at > start ? 1 : at + needle.length < end ? 2 : 3;
      any = true;
      at = text.indexOf(needle, end);
    } else at = text.indexOf(needle, at + 1); // reaches over the end of its entry
  }
  return any ? found : null;
}

/** The best rows so far, by how they match. */
class Best {
  readonly #limit: number;
  readonly #hits: { readonly [M in IdMatch]: Hit[] } = { is: [], begins: [], holds: [] };

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether no row that matches so, and happened no later than `time`, can come into the list any more. */
  isFull(match: IdMatch, time: number): boolean {
    let before = 0;
    for (const each of ID_MATCHES) {
      const hits = this.#hits[each];
      if (each !== match) before += hits.length;
      else if (before >= this.#limit) return true;
      else return (hits[this.#limit - before - 1]?.time ?? Number.NEGATIVE_INFINITY) > time;
    }
    return false;
  }

  add(match: IdMatch, hit: Hit): void {
    const hits = this.#hits[match];
    const at = hits.findIndex((other) => compare(hit, other) < 0);
    hits.splice(at < 0 ? hits.length : at, 0, hit);
    hits.length = Math.min(hits.length, this.#limit);
  }

  rows(): readonly (Hit & { readonly match: IdMatch })[] {
    return ID_MATCHES.flatMap((match) => this.#hits[match].map((hit) => ({ ...hit, match }))).slice(0, this.#limit);
  }
}

const compare = (a: Hit, b: Hit): number =>
  a.time !== b.time ? (a.time < b.time ? 1 : -1) : b.sequence - a.sequence || b.line - a.line;
