import { bareNumber } from './amount.ts';
import { shapeOf } from './cell-table.ts';
import {
  mayStartWithShortYear,
  newTriple,
  readNamed,
  readTriple,
  startsWithYear,
  WEEKDAY_BEFORE_NUMBER,
  yearOf,
  type Triple,
} from './date-parts.ts';
import { isEmptyWord } from './empty.ts';
import type { DateLayout, DecimalMark } from './types.ts';
import { isCompactDay } from './when.ts';

/** A column whose cells can be written in more than one way. */
export interface SurveyColumn {
  readonly index: number;
  readonly kind: 'time' | 'amount' | 'count';
}

export interface SurveyOptions {
  /** Of the file: where they have decimal commas, lists are separated by semicolons. */
  readonly delimiter: string;
  /** Epoch ms of today: a year in two digits is not far beyond it. Without it any is taken. */
  readonly now?: number;
}

/** How a column is written, and whether its own cells say so or other columns and custom do. */
export interface Decided {
  /** Times only. */
  readonly layout?: DateLayout;
  /** Amounts and counts only. */
  readonly decimal?: DecimalMark;
  readonly by: 'evidence' | 'default';
  /** Amounts and counts only: some have decimals after the mark. */
  readonly decimals?: boolean;
  /** The column has cells that would be something else in another layout: without evidence it should be said what was taken. */
  readonly doubtful: boolean;
}

/** Looks through the columns of a file for cells that tell how all of their column are written. */
export interface Survey {
  add(rows: readonly (readonly string[])[]): void;
  /**
   * True as long as more rows could settle what is not. A column that holds only cells which read the same either way (or none at
   * all) keeps it open only if no other column of its kind is settled: it follows that one.
   */
  readonly open: boolean;
  /** By the columns' places. */
  result(): ReadonlyMap<number, Decided>;
}

/**
 * A survey of `columns`. Times: a number above 12 tells the day; what is contradictory goes by the majority; where every cell can be
 * read in two ways, the column follows the file's other ones, or is to be asked for. Amounts: two different marks, a mark that
 * repeats, or one before other than three digits tell; 1,234 alone does not, and follows the others, or the delimiter.
 */
export function createSurvey(columns: readonly SurveyColumn[], options: SurveyOptions): Survey {
  const maxYear = options.now === undefined ? Infinity : new Date(options.now).getUTCFullYear() + 2;
  const times = columns
    .filter(({ kind }) => kind === 'time')
    .map(({ index }) => ({ index, votes: new TimeVotes(maxYear) }));
  const numbers = columns
    .filter(({ kind }) => kind !== 'time')
    .map(({ index, kind }) => ({ index, kind, votes: new MarkVotes(kind === 'count') }));

  return {
    add(rows) {
      for (const { index, votes } of [...times, ...numbers]) {
        let last = '';
        for (const row of rows) {
          const cell = row[index] ?? '';
          if (cell === last) continue;
          last = cell;
          votes.add(cell);
        }
      }
    },
    get open() {
      const amounts = numbers.filter(({ kind }) => kind === 'amount');
      return isOpen(times.map(({ votes }) => votes)) || isOpen(amounts.map(({ votes }) => votes));
    },
    result() {
      const decided = new Map<number, Decided>();
      const order = only(times.map(({ votes }) => votes.order));
      for (const { index, votes } of times) decided.set(index, votes.decide(order));
      const all = numbers.map(({ votes }) => votes);
      const file = leading(sum(all, 'points'), sum(all, 'commas'));
      const custom: DecimalMark = file ?? (options.delimiter === ';' ? ',' : '.');
      for (const { index, votes } of numbers) {
        const own = votes.mark;
        decided.set(index, {
          decimal: own ?? custom,
          by: own === null ? 'default' : 'evidence',
          decimals: votes.decimals,
          doubtful: votes.doubtful,
        });
      }
      return decided;
    },
  };
}

const isOpen = (votes: readonly { readonly torn: boolean; readonly settled: boolean }[]): boolean =>
  votes.some(({ torn }) => torn) || (votes.length > 0 && !votes.some(({ settled }) => settled));

const only = <T>(values: readonly (T | null)[]): T | null => {
  const found = new Set(values.filter((value) => value !== null));
  return found.size === 1 ? ([...found][0] ?? null) : null;
};

const sum = (votes: readonly MarkVotes[], side: 'points' | 'commas'): number =>
  votes.reduce((total, each) => total + each[side], 0);

const leading = (points: number, commas: number): DecimalMark | null =>
  points === commas ? null : points > commas ? '.' : ',';

type Order = 'dmy' | 'mdy' | 'ymd';
const ORDERS: readonly Order[] = ['dmy', 'mdy', 'ymd'];
/** Before it nobody had an affiliate program: a year in two digits that means less is none. */
const MIN_YEAR = 1990;

/** What the cells of a time column say of its layout. */
class TimeVotes {
  readonly #maxYear: number;
  readonly #triple = newTriple();
  /** Cells that can be read in each order. */
  readonly #readable: Record<Order, number> = { dmy: 0, mdy: 0, ymd: 0 };
  /** Dates in numbers whose order is not plain, and how many of them have points. */
  #triples = 0;
  #pointed = 0;
  #plain = 0;
  #seconds = 0;
  #milliseconds = 0;

  constructor(maxYear: number) {
    this.#maxYear = maxYear;
  }

  add(cell: string): void {
    if (cell.length > 60 || isEmptyWord(cell)) return;
    const text = cell.trim().replace(WEEKDAY_BEFORE_NUMBER, '');
    if (readTriple(shapeOf(text), 0, text.length, this.#triple)) this.#addTriple(this.#triple);
    else if (isCompactDay(text)) this.#plain++;
    else if (/^\d{9,10}(?:\.\d+)?$/.test(text)) this.#seconds++;
    else if (/^\d{13}(?:\.\d+)?$/.test(text)) this.#milliseconds++;
    else if (readNamed(text) !== null) this.#plain++;
  }

  #addTriple(triple: Triple): void {
    const { first, second, third, thirdDigits } = triple;
    if (first + second + third === 0) return;
    const short = mayStartWithShortYear(triple);
    if (startsWithYear(triple) || (first === second && !short)) {
      this.#plain++;
      return;
    }
    const last = this.#isYear(third, thirdDigits, short);
    const dmy = last && isDay(first) && isMonth(second);
    const mdy = last && isMonth(first) && isDay(second);
    const ymd = short && this.#isYear(first, 2, true) && isMonth(second) && isDay(third);
    if (!dmy && !mdy && !ymd) return;
    this.#triples++;
    if (triple.mark === 46) this.#pointed++;
    if (dmy) this.#readable.dmy++;
    if (mdy) this.#readable.mdy++;
    if (ymd) this.#readable.ymd++;
  }

  #isYear(value: number, digits: number, narrow: boolean): boolean {
    const year = yearOf(value, digits);
    return !narrow || (year >= MIN_YEAR && year <= this.#maxYear);
  }

  /** The orders in which the most cells can be read; none without dates in numbers. */
  get #best(): readonly Order[] {
    const most = Math.max(...ORDERS.map((order) => this.#readable[order]));
    return most === 0 ? [] : ORDERS.filter((order) => this.#readable[order] === most);
  }

  /** The one order that the cells show, null if they leave it open. */
  get order(): Order | null {
    const best = this.#best;
    return best.length === 1 ? (best[0] ?? null) : null;
  }

  /** Cells are there and leave it open. */
  get torn(): boolean {
    return this.#triples > 0 && this.order === null;
  }

  get settled(): boolean {
    return !this.torn && this.#triples + this.#plain + this.#seconds + this.#milliseconds > 0;
  }

  /** The layout; `order`: what the file's other columns agree on. */
  decide(order: Order | null): Decided {
    const doubtful = this.#triples > 0;
    const own = this.order ?? this.#ownLayout;
    if (own !== null) return { layout: own, by: 'evidence', doubtful };
    return { layout: doubtful ? this.#likely(order) : (order ?? 'plain'), by: 'default', doubtful };
  }

  /** The layout of a column without dates that depend on the order. */
  get #ownLayout(): DateLayout | null {
    if (this.#triples > 0) return null;
    if (this.#plain > 0) return 'plain';
    if (this.#seconds > 0 && this.#milliseconds === 0) return 'unix-s';
    return this.#milliseconds > 0 && this.#seconds === 0 ? 'unix-ms' : null;
  }

  #likely(order: Order | null): DateLayout {
    const best = this.#best;
    if (order !== null && best.includes(order)) return order;
    // Nobody writes the month first and points between (CLDR's short dates).
    if (this.#pointed === this.#triples && best.includes('dmy')) return 'dmy';
    // Of a year in two digits that may stand first or last, last is by far the commoner.
    const [likely = 'ask', ...more] = best.filter((each) => each !== 'ymd');
    return more.length === 0 ? likely : 'ask';
  }
}

const isDay = (value: number): boolean => value >= 1 && value <= 31;
const isMonth = (value: number): boolean => value >= 1 && value <= 12;

/** What the cells of a column of numbers say of its decimal mark. */
class MarkVotes {
  points = 0;
  commas = 0;
  /** Some have decimals, and not only a mark between thousands that tells which mark would stand before them. */
  decimals = false;
  #unclear = 0;
  readonly #whole: boolean;

  /** `whole`: the numbers are counts, in which a mark before three digits is one of thousands. */
  constructor(whole: boolean) {
    this.#whole = whole;
  }

  add(cell: string): void {
    if (cell.length > 60 || DIGITS.test(cell)) return;
    const text = NUMBER.test(cell) ? cell : bareNumber(cell).number;
    if (!GROUPED_NUMBER.test(text)) return;
    const mark = decimalMarkOf(text, this.#whole);
    if (mark !== null && mark !== 'unclear' && text.includes(mark)) this.decimals = true;
    if (mark === '.') this.points++;
    else if (mark === ',') this.commas++;
    else if (mark === 'unclear') this.#unclear++;
  }

  get mark(): DecimalMark | null {
    return leading(this.points, this.commas);
  }

  /** Cells are there that would be another number with the other mark. */
  get doubtful(): boolean {
    return this.#unclear + this.points + this.commas > 0;
  }

  get torn(): boolean {
    return this.mark === null && this.doubtful;
  }

  get settled(): boolean {
    return this.mark !== null;
  }
}

const DIGITS = /^-?\d*$/;
const NUMBER = /^-?[\d.,]+$/;
const GROUPED_NUMBER = /^-?[\d.,' \u2019_]*\d[\d.,' \u2019_]*$/;

/** The decimal mark that a number's text shows, 'unclear' for one that is like 1,234, null for one without. */
function decimalMarkOf(text: string, whole: boolean): DecimalMark | 'unclear' | null {
  const at = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (at < 0) return null;
  const mark: DecimalMark = text[at] === '.' ? '.' : ',';
  const other: DecimalMark = mark === '.' ? ',' : '.';
  const repeated = text.indexOf(mark) !== at;
  const after = text.length - at - 1;
  if (text.includes(other)) return repeated ? null : mark;
  if (repeated) return after === 3 ? other : null;
  if (after !== 3) return mark;
  const before = text.slice(0, at).replace('-', '');
  // Thousands begin with one to three digits and no zero, and a number has one mark for them.
  if (before === '' || before.startsWith('0') || before.length > 3) return mark;
  return whole ? other : 'unclear';
}
