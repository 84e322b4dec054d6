import { BOOKS, type Book } from './book.ts';
import type { Changes } from './changes.ts';
import type { FoundRow } from './find.ts';
import { ID_MATCHES } from './id-marks.ts';
import { LedgerState, type DataVersion } from './ledger-state.ts';
import type { PartnerKey } from './query.ts';
import type { Segment } from './segment.ts';
import type { Steps } from './steps.ts';

/** A live row that is called by a text, and the book it stands in. */
export interface FoundTransaction extends FoundRow {
  readonly book: Book;
}

/** The whole ledger in memory: a state for each book, with one data version between them. */
export class Books {
  readonly #version: DataVersion = { at: 0 };
  readonly #states: { readonly [B in Book]: LedgerState };

  constructor() {
    const state = (book: Book): LedgerState => new LedgerState(book, this.#version);
    this.#states = { transactions: state('transactions'), clicks: state('clicks'), orders: state('orders') };
  }

  /** Goes up with every install in any book. */
  get version(): number {
    return this.#version.at;
  }

  of(book: Book = 'transactions'): LedgerState {
    return this.#states[book];
  }

  /** The book that an import's rows are in; transactions if the ledger holds nothing of it. */
  bookOf(importId: string): Book {
    return BOOKS.find((book) => this.of(book).holds(importId)) ?? 'transactions';
  }

  /** Puts stored segments in, each into its book, in any order and portions. */
  load(segments: readonly Segment[]): void {
    for (const [book, its] of Map.groupBy(segments, ({ book = 'transactions' }) => book)) this.of(book).load(its);
  }

  /** As of a single state: ids of segments that others refer to and that have not been loaded. */
  missing(): readonly string[] {
    return BOOKS.flatMap((book) => this.of(book).missing());
  }

  /**
   * The best `limit` live rows of all books whose transaction id or order id has the text: ids that are the text, those that begin
   * with it, those that hold it; of each the latest first. An empty text finds nothing and makes ready what answering needs.
   */
  *find(text: string, limit: number): Steps<FoundTransaction[]> {
    const found: FoundTransaction[] = [];
    for (const book of BOOKS) {
      for (const row of yield* this.of(book).find(text, limit)) found.push({ ...row, book });
    }
    const rank = ({ match }: FoundTransaction): number => ID_MATCHES.indexOf(match);
    const time = ({ transaction: { eventTime } }: FoundTransaction): number =>
      Number.isNaN(eventTime) ? Number.MIN_SAFE_INTEGER : eventTime;
    return found.sort((a, b) => rank(a) - rank(b) || time(b) - time(a)).slice(0, limit);
  }

  /** Partners of all rows of all books, old versions included, that are there once `changes` of `book` are installed. */
  partnersAfter(book: Book, changes: Changes): readonly PartnerKey[] {
    const nothing: Changes = { version: this.version, put: [], remove: [], effect: [] };
    return BOOKS.flatMap((each) => this.of(each).partnersAfter(each === book ? changes : nothing));
  }
}
