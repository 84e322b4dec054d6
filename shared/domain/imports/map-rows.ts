import { zoneClock } from '../../lib/zone.ts';
import { DAY_MS, dayToNumber } from '../../lib/day.ts';
import { unguardFormula } from '../../lib/formula.ts';
import { isDayOnly, momentMs, momentOfDay, momentOfInstant } from '../../lib/moment.ts';
import type { PersonField } from '../affiliates/person.ts';
import type { DraftBlock } from '../ledger/draft.ts';
import {
  MONEY_FIELDS,
  STATUSES,
  TEXT_FIELDS,
  TIME_FIELDS,
  type Field,
  type MoneyField,
  type NumberField,
  type TextField,
  type TimeField,
} from '../ledger/fields.ts';
import { cellAt, tableOf, type CellTable } from './cell-table.ts';
import { amountColumn, countColumn, createStatusReader, customerWord, timeColumn, type Report } from './columns.ts';
import { meansCurrency } from './currency-mark.ts';
import { cleanText } from './empty.ts';
import { checkIds, idsOf, isId } from './ids.ts';
import { issueOf } from './issues.ts';
import type { Rows } from './row-reader.ts';
import { findsSkipped, neededCells, skipReasonFor, sortRows } from './sort-rows.ts';
import { createTextReader, type TextColumn, type TextReader } from './text-reader.ts';
import type { Batch, Corrections, Recognition, RowIssue, Settings } from './types.ts';
import { createTimeReader, type TimeReader } from './when.ts';

type Text = { [F in TextField]?: readonly string[] };
type Constant = { [F in TextField]?: string };
type Numbers = { [F in NumberField]?: Float64Array };

const TEXTS: ReadonlySet<string> = new Set(TEXT_FIELDS);
const TIMES: ReadonlySet<string> = new Set(TIME_FIELDS);
const MONEY: ReadonlySet<string> = new Set(MONEY_FIELDS);

const isText = (field: Field | PersonField): field is TextField => TEXTS.has(field);
const isTime = (field: Field | PersonField): field is TimeField => TIMES.has(field);
const isMoney = (field: Field | PersonField): field is MoneyField => MONEY.has(field);

/** Turns rows of one file into batches. */
export interface Mapper {
  rows(rows: Rows): Batch;
  /** The same for rows that are all of the right shape. Null if some have to be told apart (`rows`). */
  table(cells: CellTable, firstLine: number): Batch | null;
}

type Mapped = Pick<Batch, 'draft' | 'rejectedRows'>;

const NO_CORRECTIONS: Corrections = new Map();

/**
 * Makes what turns rows of a recognised export into drafts, at most `BLOCK_ROWS` rows at a time, each batch for itself
 * (what concerns rows of several batches is merge-lines.ts).
 *
 * A row that has something to say is accepted, rejected or skipped, and each is reported:
 * - rejected: the wrong number of cells, a quote that never closes, and any of its keys, amounts, currency, event time or as-of date
 *   missing (where the mapping requires it) or unreadable. What says who, when and how much is never guessed.
 * - accepted with an issue: another time, or a quantity that is not required, cannot be read, and the field stays "not in the file";
 *   or the row was cut short after all that counts.
 * - skipped: blank rows, and sums at the foot of the table.
 */
export function createMapper(
  recognition: Recognition,
  settings: Settings,
  corrections: Corrections = NO_CORRECTIONS,
): Mapper {
  const { header, mapping, identity, extras, flags, foreignSale } = recognition;
  const clock = zoneClock(settings.zone);
  const timeReaders = new Map(
    mapping.flatMap((column) => {
      if (!isTime(column.field)) return [];
      const layout = column.layout === 'ask' ? settings.dateOrder || 'plain' : (column.layout ?? 'plain');
      return [[column, createTimeReader(settings.zone, layout)] as const];
    }),
  );
  const mapped: ReadonlySet<string> = new Set(mapping.map(({ field }) => field));
  const has = (field: Field): boolean => mapped.has(field);
  const fixed: Constant = {};
  if (recognition.network !== '') fixed.network = recognition.network;
  if (!has('program')) fixed.program = settings.program;
  if (!has('currency')) fixed.currency = settings.currency || recognition.defaultCurrency;
  if (!has('partnerId')) fixed.partnerId = settings.partner;
  const eventDay = has('eventTime') || settings.day === '' ? Number.NaN : momentOfDay(dayToNumber(settings.day));
  const statusAt = mapping.find(({ field }) => field === 'status');
  const words = { ...recognition.statuses, ...settings.words };
  const readStatus = createStatusReader(statusAt?.index ?? -1, words, flags, recognition.otherwise);
  const textReaders = new Map(
    mapping.flatMap((column) => {
      if (!isText(column.field)) return [];
      const read = readerOf(column.field) ?? (recognition.guarded ? unguardFormula : undefined);
      return [[column, createTextReader(read ? (raw) => read(cleanText(raw)) : cleanText)] as const];
    }),
  );
  const skipReason = skipReasonFor(recognition);
  const shape = { width: header.length, needed: neededCells(recognition), corrections };
  const dayEnd = (moment: number): number =>
    isDayOnly(moment) ? momentOfInstant(clock.fromWall(momentMs(moment) + DAY_MS) - 1) : moment;

  const hasSkipped = findsSkipped(recognition, skipReason);

  const mapCells = (cells: CellTable, lines: Float64Array, issues: RowIssue[]): Mapped => {
    const count = cells.rows;
    const rejected = new Uint8Array(count);
    let rejectedCount = 0;
    const report =
      (name: string, at: number, fatal: boolean) =>
      (row: number, code: string): void => {
        if (fatal && rejected[row] === 0) {
          rejected[row] = 1;
          rejectedCount++;
        }
        const effect = fatal ? 'rejected' : 'left-empty';
        issues.push(issueOf({ line: lines[row] ?? 0, column: name, value: cellAt(cells, row, at), code, effect }));
      };

    const text: Text = {};
    const constant: Constant = { ...fixed };
    const numbers: Numbers = { line: lines };
    const putText = (field: TextField, column: TextColumn): void => {
      if (typeof column !== 'string') text[field] = column;
      else if (column !== '') constant[field] = column;
    };

    const ids = new Set<number>();
    const marks: Marked[] = [];
    const status = readStatus(cells);
    numbers.status = status.codes;
    if (!has('sourceStatus')) putText('sourceStatus', status.words);
    for (const column of mapping) {
      const { field, index: at, column: name } = column;
      const required = column.required === true;
      const decimal = column.decimal ?? '.';
      if (field === 'quantity') {
        numbers.quantity = countColumn(cells, at, report(name, at, required), decimal, required);
      } else if (isTime(field)) {
        const fatal = field === 'eventTime' || field === 'asOf';
        const reader = timeReaders.get(column) as TimeReader;
        numbers[field] = timeColumn(cells, at, required, reader, report(name, at, fatal), column.clock);
      } else if (isMoney(field)) {
        const marked = (row: number, mark: string): void => void marks.push({ row, mark, name, at });
        const how = { decimal, cents: column.cents === true, ...(isInRowCurrency(field) && { marked }) };
        numbers[field] = amountColumn(cells, at, required, report(name, at, true), how);
      } else if (isText(field)) {
        const read = textReaders.get(column) as TextReader;
        const first = read(cells, at);
        checkText(field, first, required, count, report(name, at, true));
        if (isId(field) && !ids.has(at)) {
          ids.add(at);
          checkIds(first, count, report(name, at, true));
        }
        putText(field, column.orElse === undefined ? first : either(first, read(cells, column.orElse), count));
      }
    }

    for (const { row, mark, name, at } of marks) {
      const currency = text.currency?.[row] ?? constant.currency ?? '';
      if (currency !== '' && !meansCurrency(mark, currency)) report(name, at, true)(row, 'other-currency');
    }
    for (const { field, perItem } of mapping) {
      if (perItem && isMoney(field)) timesQuantity(numbers[field], numbers.quantity);
    }
    if (eventDay === eventDay) numbers.eventTime = new Float64Array(count).fill(eventDay);
    if (mapping.some(({ lessCommission }) => lessCommission)) {
      const { networkFee, commission } = numbers;
      if (networkFee && commission)
        for (let i = 0; i < count; i++) networkFee[i] = (networkFee[i] ?? 0) - (commission[i] ?? 0);
    }
    const asOf = (numbers.asOf ??= new Float64Array(count).fill(Number.NaN));
    const fileAsOf = momentOfInstant(settings.asOf);
    for (let i = 0; i < count; i++) {
      const own = asOf[i] ?? Number.NaN;
      asOf[i] = own === own ? dayEnd(own) : fileAsOf;
    }
    if (foreignSale >= 0) {
      const amounts = amountColumn(cells, foreignSale, false, report(header[foreignSale] ?? '', foreignSale, true), {
        decimal: mapping.find(({ field }) => field === 'sale')?.decimal ?? '.',
        cents: false,
      });
      setOriginals(count, text, constant, numbers, amounts);
    }
    if (identity.by === 'columns') {
      // What a report says of a day that it does not name is known by that day too, or the next report would replace it.
      text.transactionId = idsOf(
        cells,
        identity.columns,
        eventDay === eventDay ? settings.day : '',
        (row, at, code) => {
          if (!ids.has(at)) report(header[at] ?? '', at, true)(row, code);
        },
      );
      delete constant.transactionId;
    }
    if (recognition.negatives === 'corrections' || has('corrects'))
      setCorrections(recognition, count, text, constant, numbers);
    if (extras.length > 0 && !has('extra')) text.extra = extrasOf(cells, header, extras);

    const keep = rejectedCount === 0 ? null : Array.from(rejected.keys()).filter((row) => rejected[row] === 0);
    const draft: DraftBlock = keep ? pick(keep, text, constant, numbers) : { rows: count, text, constant, numbers };
    issues.sort((a, b) => a.line - b.line);
    return { draft, rejectedRows: rejectedCount };
  };

  return {
    rows(rows) {
      const issues: RowIssue[] = [];
      const { cells, lines, skipped, badRows } = sortRows(rows, shape, skipReason, issues);
      const { draft, rejectedRows } = mapCells(tableOf(cells, header.length), lines, issues);
      return { draft, mergedRows: 0, issues, rejectedRows: badRows + rejectedRows, skipped };
    },
    table(cells, firstLine) {
      if (corrections.size > 0 || hasSkipped(cells)) return null;
      const issues: RowIssue[] = [];
      const lines = new Float64Array(cells.rows);
      for (let row = 0; row < lines.length; row++) lines[row] = firstLine + row;
      return { ...mapCells(cells, lines, issues), mergedRows: 0, issues, skipped: [] };
    },
  };
}

const APPROVED = STATUSES.indexOf('approved');
const REVERSED = STATUSES.indexOf('reversed');

/** Makes prices of one item amounts of the row; a row without a quantity is of one item. */
function timesQuantity(prices: Float64Array | undefined, quantity: Float64Array | undefined): void {
  if (!prices || !quantity) return;
  for (let i = 0; i < prices.length; i++) {
    const items = quantity[i] ?? Number.NaN;
    if (!Number.isNaN(items)) prices[i] = (prices[i] ?? Number.NaN) * items;
  }
}

/** Columns that fill no field, as a JSON object by name; empty cells are left out. */
function extrasOf(cells: CellTable, header: readonly string[], extras: readonly number[]): string[] {
  return Array.from({ length: cells.rows }, (_, row) => {
    const kept = extras.flatMap((at) => {
      const value = cleanText(cellAt(cells, row, at));
      return value === '' ? [] : [[header[at] || `Column ${at + 1}`, value] as const];
    });
    return kept.length === 0 ? '' : JSON.stringify(Object.fromEntries(kept));
  });
}

/**
 * Settles which rows take back or correct another: those that name another than themselves, and, where negative rows do so, those
 * with a negative amount, which name their order (or, without one, stand for themselves). "Reversed" of a row that takes back says what
 * it does to the other: it stands itself, and its amounts are to count.
 */
function setCorrections(
  { negatives }: Recognition,
  count: number,
  text: Text,
  constant: Constant,
  numbers: Numbers,
): void {
  if (negatives !== 'corrections' && !text.corrects && !constant.corrects) return;
  const at = (field: TextField, row: number): string => text[field]?.[row] ?? constant[field] ?? '';
  const corrects: string[] = [];
  for (let row = 0; row < count; row++) {
    const id = at('transactionId', row);
    const named = at('corrects', row);
    const negative = (numbers.commission?.[row] ?? 0) < 0 || (numbers.sale?.[row] ?? 0) < 0;
    if (named !== '' && (negative || named !== id)) corrects.push(named);
    else corrects.push(negative && negatives === 'corrections' ? at('orderId', row) || id : '');
    if (negative && corrects[row] !== '' && numbers.status?.[row] === REVERSED) numbers.status[row] = APPROVED;
  }
  delete constant.corrects;
  text.corrects = corrects;
}

/** Says which values of a text column cannot be taken. */
function checkText(field: TextField, values: TextColumn, required: boolean, rows: number, report: Report): void {
  if (field !== 'currency' && !required) return;
  let last = '';
  let problem = required ? 'empty' : '';
  for (let row = 0; row < rows; row++) {
    const value = typeof values === 'string' ? values : (values[row] as string);
    if (value !== last) {
      last = value;
      problem =
        value === '' ? (required ? 'empty' : '') : field === 'currency' && !CODE.test(value) ? 'not-a-currency' : '';
    }
    if (problem !== '') report(row, problem);
  }
}

const CODE = /^[A-Z]{3}$/;

/** Amounts that are in the row's currency. */
const isInRowCurrency = (field: MoneyField): boolean =>
  field === 'sale' || field === 'commission' || field === 'networkFee';

/** An amount with a currency of its own beside it. */
interface Marked {
  readonly row: number;
  readonly mark: string;
  readonly name: string;
  readonly at: number;
}

/** The first column's texts, and the second's where there are none. */
function either(first: TextColumn, second: TextColumn, rows: number): TextColumn {
  if (second === '') return first;
  if (first === '') return second;
  const at = (column: TextColumn, row: number): string => (typeof column === 'string' ? column : (column[row] ?? ''));
  return Array.from({ length: rows }, (_, row) => at(first, row) || at(second, row));
}

const upper = (value: string): string => value.toUpperCase();

function readerOf(field: TextField): ((text: string) => string) | undefined {
  if (field === 'currency' || field === 'originalCurrency') return upper;
  return field === 'customerStatus' ? customerWord : undefined;
}

/**
 * Sale in the customer's currency beside originals in the account's: where the currencies differ the former is the original sale
 * (and there is no original commission in that currency), else the latter stand, in the row's own currency.
 */
function setOriginals(count: number, text: Text, constant: Constant, numbers: Numbers, foreign: Float64Array): void {
  const sale = (numbers.originalSale ??= new Float64Array(count).fill(Number.NaN));
  const commission = (numbers.originalCommission ??= new Float64Array(count).fill(Number.NaN));
  const own = text.currency;
  const original = text.originalCurrency;
  const currencies: string[] = [];
  for (let i = 0; i < count; i++) {
    const currency = own?.[i] ?? constant.currency ?? '';
    const other = original?.[i] ?? constant.originalCurrency ?? '';
    if (other !== '' && other !== currency) {
      sale[i] = foreign[i] ?? Number.NaN;
      commission[i] = Number.NaN;
    }
    currencies.push(other === '' ? currency : other);
  }
  delete constant.originalCurrency;
  text.originalCurrency = currencies;
}

function pick(keep: readonly number[], text: Text, constant: Constant, numbers: Numbers): DraftBlock {
  const textKept: Text = {};
  for (const field of TEXT_FIELDS) {
    const column = text[field];
    if (column) textKept[field] = keep.map((row) => column[row] ?? '');
  }
  const numbersKept: Numbers = {};
  for (const field of Object.keys(numbers) as NumberField[]) {
    const column = numbers[field];
    if (column) numbersKept[field] = Float64Array.from(keep, (row) => column[row] ?? Number.NaN);
  }
  return { rows: keep.length, text: textKept, constant, numbers: numbersKept };
}
