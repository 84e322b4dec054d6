import { zoneClock } from '../../lib/zone.ts';
import { DAY_MS } from '../../lib/day.ts';
import { unguardFormula } from '../../lib/formula.ts';
import { isDayOnly, momentMs, momentOfInstant } from '../../lib/moment.ts';
import type { DraftBlock } from '../ledger/draft.ts';
import {
  MONEY_FIELDS,
  TEXT_FIELDS,
  TIME_FIELDS,
  type Field,
  type MoneyField,
  type NumberField,
  type TextField,
  type TimeField,
} from '../ledger/fields.ts';
import {
  amountColumn,
  countColumn,
  customerWord,
  statusColumns,
  textColumn,
  timeColumn,
  type TextColumn,
} from './columns.ts';
import { issueOf } from './issues.ts';
import { profileOf } from './profiles/index.ts';
import { findColumn, headerIndex, type Column } from './profiles/profile.ts';
import type { Rows } from './row-reader.ts';
import { skipReasonFor, sortRows } from './sort-rows.ts';
import type { Batch, Recognition, RowIssue, Settings } from './types.ts';
import { createTimeParser } from './when.ts';

type Text = { [F in TextField]?: readonly string[] };
type Constant = { [F in TextField]?: string };
type Numbers = { [F in NumberField]?: Float64Array };

interface PlannedColumn {
  readonly spec: Column;
  readonly at: number;
  readonly name: string;
}

const isText = (field: Field): field is TextField => (TEXT_FIELDS as readonly Field[]).includes(field);
const isTime = (field: Field): field is TimeField => (TIME_FIELDS as readonly Field[]).includes(field);
const isMoney = (field: Field): field is MoneyField => (MONEY_FIELDS as readonly Field[]).includes(field);

/**
 * Makes the function that turns rows of a recognised export into drafts, at most `BLOCK_ROWS` rows at a time.
 *
 * A row that has something to say is accepted, rejected or skipped, and each is reported:
 * - rejected: the wrong number of cells, a quote that never closes, and any of its keys, amounts, currency, event time or as-of date
 *   missing (where the profile requires it) or unreadable. What says who, when and how much is never guessed.
 * - accepted with an issue: another time or the quantity cannot be read. The field stays "not in the file".
 * - skipped: blank rows, and sums at the foot of the table.
 */
export function createMapper(recognition: Recognition, settings: Settings): (rows: Rows) => Batch {
  const profile = profileOf(recognition.profileId);
  const clock = zoneClock(settings.zone);
  const parseTime = createTimeParser(settings.zone);
  const columns: PlannedColumn[] = [];
  for (const { field, index, column } of recognition.mapping) {
    const spec = profile.columns.find((each) => each.field === field);
    if (spec) columns.push({ spec, at: index, name: column });
  }
  const has = (field: Field): boolean => columns.some(({ spec }) => spec.field === field);
  const foreignSale = findColumn(headerIndex(recognition.header), profile.saleInOriginalCurrency ?? []);
  const fixed: Constant = {};
  if (recognition.network !== '') fixed.network = recognition.network;
  if (!has('program')) fixed.program = settings.program;
  if (!has('currency')) fixed.currency = settings.currency;
  const skipReason = skipReasonFor(recognition);
  const dayEnd = (moment: number): number =>
    isDayOnly(moment) ? momentOfInstant(clock.fromWall(momentMs(moment) + DAY_MS) - 1) : moment;

  return (rows) => {
    const issues: RowIssue[] = [];
    const { cells, lines, skipped, badRows } = sortRows(rows, recognition.header.length, skipReason, issues);
    const count = cells.length;
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
        issues.push(issueOf({ line: lines[row] ?? 0, column: name, value: cells[row]?.[at] ?? '', code, effect }));
      };

    const text: Text = {};
    const constant: Constant = { ...fixed };
    const numbers: Numbers = { line: lines };
    const putText = (field: TextField, column: TextColumn): void => {
      if (typeof column !== 'string') text[field] = column;
      else if (column !== '') constant[field] = column;
    };

    for (const { spec, at, name } of columns) {
      const field = spec.field;
      const required = spec.required === true;
      if (field === 'status') {
        const { codes, words } = statusColumns(cells, at, profile.statuses);
        numbers.status = codes;
        if (!has('sourceStatus')) putText('sourceStatus', words);
      } else if (field === 'quantity') {
        numbers.quantity = countColumn(cells, at, report(name, at, false));
      } else if (isTime(field)) {
        const fatal = field === 'eventTime' || field === 'asOf';
        numbers[field] = timeColumn(cells, at, required, parseTime, report(name, at, fatal));
      } else if (isMoney(field)) {
        numbers[field] = amountColumn(cells, at, required, report(name, at, true));
      } else if (isText(field)) {
        const read = readerOf(field) ?? (profile.guarded ? unguardFormula : undefined);
        putText(field, readText(field, read, at, required, cells, report(name, at, true)));
      }
    }

    if (columns.some(({ spec }) => spec.lessCommission)) {
      const { networkFee, commission } = numbers;
      if (networkFee && commission)
        for (let i = 0; i < count; i++) networkFee[i] = (networkFee[i] ?? 0) - (commission[i] ?? 0);
    }
    numbers.status ??= new Float64Array(count);
    const asOf = (numbers.asOf ??= new Float64Array(count).fill(Number.NaN));
    const fileAsOf = momentOfInstant(settings.asOf);
    for (let i = 0; i < count; i++) {
      const own = asOf[i] ?? Number.NaN;
      asOf[i] = own === own ? dayEnd(own) : fileAsOf;
    }
    if (foreignSale >= 0) {
      const amounts = amountColumn(
        cells,
        foreignSale,
        false,
        report(recognition.header[foreignSale] ?? '', foreignSale, true),
      );
      setOriginals(count, text, constant, numbers, amounts);
    }

    const keep = rejectedCount === 0 ? null : Array.from(rejected.keys()).filter((row) => rejected[row] === 0);
    const draft: DraftBlock = keep ? pick(keep, text, constant, numbers) : { rows: count, text, constant, numbers };
    issues.sort((a, b) => a.line - b.line);
    return {
      draft,
      issues,
      rejectedRows: badRows + rejectedCount,
      skipped,
    };
  };
}

function readText(
  field: TextField,
  read: ((text: string) => string) | undefined,
  at: number,
  required: boolean,
  cells: readonly (readonly string[])[],
  report: (row: number, code: string) => void,
): TextColumn {
  const plain = textColumn(cells, at, read);
  if (field !== 'currency' && !required) return plain;
  const check = (value: string, row: number): void => {
    if (value === '') {
      if (required) report(row, 'empty');
    } else if (field === 'currency' && !/^[A-Z]{3}$/.test(value)) report(row, 'not-a-currency');
  };
  if (typeof plain === 'string') {
    if (plain === '' || field === 'currency') cells.forEach((_, row) => check(plain, row));
    return plain;
  }
  if (field === 'currency') plain.forEach(check);
  else for (let row = 0; row < plain.length; row++) if (plain[row] === '') report(row, 'empty');
  return plain;
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
