import { BOOK_WORDS } from '#renderer/session/book-words.ts';
import { goTo, showAffiliate, showTask, showTransactions } from '#renderer/session/navigation.ts';
import type { FoundTransaction } from '#shared/domain/ledger/books.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Entry, EntryKind, EntryText } from '#shared/domain/search/entry.ts';
import { foldWords } from '#shared/domain/search/fold.ts';
import type { Found, SearchIndex } from '#shared/domain/search/search-index.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import type { Day } from '#shared/lib/day.ts';
import type { Format } from '#shared/lib/format.ts';
import type { PaletteCommand } from './palette-commands.ts';

export type ItemKind = EntryKind | 'transaction' | 'filter';

/** One line of the palette. */
export interface Item {
  /** Unique in the list: "affiliate 7". */
  readonly key: string;
  readonly kind: ItemKind;
  readonly title: string;
  /** Beside the title; '' for nothing. */
  readonly detail: string;
  /** Why it was found, where its title does not say: "e-mail anna@…". */
  readonly why: string;
  readonly run: () => void;
}

export interface Group {
  readonly title: string;
  readonly items: readonly Item[];
}

const TITLES: Readonly<Record<EntryKind, string>> = {
  screen: 'Go to',
  command: 'Do',
  affiliate: 'Affiliates',
  task: 'Tasks',
  question: 'Questions',
  segment: 'Segments',
  template: 'Templates',
  material: 'Materials',
  checklist: 'Checklists',
};

/** Of one kind, among others; and where nothing else was found. */
const MOST_OF_A_KIND = 6;
const MOST_ALONE = 30;
/** Of what was chosen lately. */
const MOST_RECENT = 6;

/** A command as an entry of the index. */
export const commandEntry = ({ id, kind, title, words }: PaletteCommand): Entry => ({
  ...{ key: `${kind} ${id}`, kind, title, detail: '' },
  texts: words === '' ? [] : [{ place: 'words', text: words }],
});

/** Makes lines out of entries: what choosing one does. */
export function itemMaker(commands: readonly PaletteCommand[]): (found: Found, text: string) => Item {
  const byKey = new Map(commands.map((command) => [`${command.kind} ${command.id}`, command.run]));
  return ({ entry: { key, kind, title, detail }, because }, text) => ({
    ...{ key, kind, title, detail },
    // Other words for a command are no news to her.
    why: kind === 'command' || kind === 'screen' ? '' : whyText(because, text),
    run: byKey.get(key) ?? (() => open(kind, key.slice(kind.length + 1))),
  });
}

function open(kind: EntryKind, id: string): void {
  switch (kind) {
    case 'affiliate':
      return showAffiliate(id);
    case 'task':
      return showTask(id);
    case 'question':
      return goTo({ screen: 'conversations', tab: 'questions', openId: id });
    case 'template':
      return goTo({ screen: 'conversations', tab: 'templates', openId: id });
    case 'segment':
      return goTo({ screen: 'segments', segmentId: id });
    case 'material':
      return goTo({ screen: 'materials', materialId: id });
    case 'checklist':
      return goTo({ screen: 'pipeline', view: 'checklists' });
    case 'screen':
    case 'command':
      return;
    default:
      return assertNever(kind);
  }
}

/** What was found, by kind, the kind of the best one first; within a kind the best first. */
export function groupsOf(found: readonly Found[], text: string, make: (found: Found, text: string) => Item): Group[] {
  const kinds = Map.groupBy(found, ({ entry }) => entry.kind);
  const most = kinds.size === 1 ? MOST_ALONE : MOST_OF_A_KIND;
  return [...kinds].map(([kind, all]) => ({
    title: TITLES[kind],
    items: all.slice(0, most).map((each) => make(each, text)),
  }));
}

/** Before anything is typed: what she chose lately, then all that concerns where she is, and where to go. */
export function groupsAtRest(
  index: SearchIndex,
  recent: readonly string[],
  commands: readonly PaletteCommand[],
  make: (found: Found, text: string) => Item,
): Group[] {
  const item = (entry: Entry): Item => make({ entry, because: null }, '');
  const lately = recent.flatMap((key) => index.get(key) ?? []).slice(0, MOST_RECENT);
  const chosen = new Set(lately.map(({ key }) => key));
  const rest = (kind: PaletteCommand['kind']): readonly Item[] =>
    commands
      .filter((command) => command.kind === kind)
      .map(commandEntry)
      .filter(({ key }) => !chosen.has(key))
      .map(item);
  return [
    { title: 'Recent', items: lately.map(item) },
    { title: TITLES.command, items: rest('command') },
    { title: TITLES.screen, items: rest('screen') },
  ].filter(({ items }) => items.length > 0);
}

/** Rows of the ledger that are called by the text, below the way to all that have it anywhere. */
export function transactionGroup(
  text: string,
  rows: readonly FoundTransaction[],
  directory: Directory,
  format: Format,
  today: Day,
): Group {
  const all: Item = {
    ...{ key: 'find', kind: 'filter', title: `Transactions with “${text}”`, detail: 'Filter', why: '' },
    run: () => showTransactions({ text }),
  };
  return { title: BOOK_WORDS.transactions.title, items: [all, ...rows.map(rowItem)] };

  function rowItem({ book, ref, transaction }: FoundTransaction): Item {
    const { transactionId, orderId, network, partnerId, partnerName, sale, currency, eventTime } = transaction;
    const byOrder = !contains(transactionId, text);
    const partner = directory.ofPartner({ network, partnerId })?.name ?? (partnerName || partnerId);
    const amount = Number.isNaN(sale) ? '' : format.money(sale, currency);
    const day = Number.isNaN(eventTime) ? '' : format.momentDay(eventTime, today);
    return {
      key: `row ${book} ${ref}`,
      kind: 'transaction',
      title: byOrder ? orderId : transactionId,
      detail: [partner, amount, day].filter((each) => each !== '').join(' · '),
      why: byOrder ? `order of ${transactionId}` : book === 'transactions' ? '' : BOOK_WORDS[book].one,
      run: () =>
        showTransactions({
          book,
          about: { ids: [...new Set([transactionId, orderId])].filter((id) => id !== ''), opens: transactionId },
          networks: [network],
        }),
    };
  }
}

export const contains = (id: string, text: string): boolean => id.toLowerCase().includes(text.toLowerCase());

const WHY: Readonly<Record<EntryText['place'], string>> = {
  company: 'company',
  code: 'code',
  account: 'account',
  contact: 'contact',
  email: 'e-mail',
  site: 'site',
  social: '',
  phone: 'phone',
  tag: 'tag',
  words: '',
  note: 'note',
};

function whyText(because: EntryText | null, query: string): string {
  if (!because) return '';
  const text = because.place === 'note' ? around(because.text, query) : because.text;
  return `${WHY[because.place]} ${text}`.trim();
}

/** Characters of a note before and after what was looked for. */
const [BEFORE, AFTER] = [16, 60];

function around(text: string, query: string): string {
  const folded = foldWords(text);
  const words = foldWords(query).trim();
  const at = Math.max(0, folded.indexOf(words), folded.indexOf(words.split(' ')[0] ?? ''));
  const from = Math.max(0, at - BEFORE);
  return `${from > 0 ? '…' : ''}${text.slice(from, at + AFTER).replaceAll(/\s+/g, ' ')}`;
}
