import type { Period } from '../../lib/day.ts';
import type { Book } from './book.ts';
import type { Field, Status, TimeField, Transaction } from './fields.ts';

/** Which of a row's dates puts it into a period and on a day. */
export type DateBasis = Exclude<TimeField, 'asOf'>;

export interface PartnerKey {
  readonly network: string;
  readonly partnerId: string;
}

/** All conditions hold at once; within one list any value will do. Left out: no condition. */
export interface LedgerFilter {
  /** Case-insensitive part of transaction id, order id, partner id or name, coupon code, sub ids or SKU. */
  readonly text?: string;
  readonly statuses?: readonly Status[];
  readonly networks?: readonly string[];
  readonly programs?: readonly string[];
  readonly currencies?: readonly string[];
  readonly partners?: readonly PartnerKey[];
  /** Rows whose live version came with this import. */
  readonly importId?: string;
  /** Rows with one of these as transaction id or order id, and those that correct one of them: an order and what takes from it. */
  readonly about?: readonly string[];
}

export const GROUP_KEYS = ['network', 'program', 'partner', 'day', 'status', 'currency'] as const;
export type GroupKey = (typeof GROUP_KEYS)[number];

/** Columns that are summed up as they are. `quantity`: whole items or clicks, a row without one is one. The others: micros. */
export const SUMMED = ['sale', 'commission', 'networkFee', 'quantity'] as const;
export type Summed = (typeof SUMMED)[number];

/**
 * A row that `corrects` another is no transaction, but its amounts count in every sum. `transactions`: rows that correct no
 * other. `corrections`: rows that take back from another, those with a negative sale or commission; `correctedSale` and
 * `correctedCommission` sum what they take back (negative).
 *
 * Amounts are micros, so they need `currency` among the group keys unless the filter leaves one currency.
 */
export const MEASURES = ['transactions', 'corrections', ...SUMMED, 'correctedSale', 'correctedCommission'] as const;
export type Measure = (typeof MEASURES)[number];

/** Measures that know no currency. */
export const COUNTS: readonly Measure[] = ['transactions', 'corrections', 'quantity'];

interface QueryBase {
  /** Left out: transactions. */
  readonly book?: Book;
  /** Half-open, in the program's time zone; null: everything, also rows without a date. */
  readonly period: Period | null;
  readonly basis: DateBasis;
  readonly filter: LedgerFilter;
  readonly window: { readonly offset: number; readonly limit: number };
}

/** Sums of live rows. */
export interface GroupQuery extends QueryBase {
  readonly groupBy: readonly GroupKey[];
  readonly measures: readonly Measure[];
  readonly sort: readonly { readonly by: GroupKey | Measure; readonly direction: 'asc' | 'desc' }[];
}

/** A window of the list of live rows. */
export interface ListQuery extends QueryBase {
  readonly sort: readonly { readonly by: Field; readonly direction: 'asc' | 'desc' }[];
}

/** Names a live or old row for as long as the data version holds. */
export type RowRef = number;

export interface ListedTransaction {
  readonly ref: RowRef;
  readonly importId: string;
  readonly transaction: Transaction;
}

/** One group: a text per group key (`partner` as network and partner id; `day` as YYYY-MM-DD, '' for none), a bigint per measure. */
export interface Group {
  readonly network?: string;
  readonly program?: string;
  readonly partner?: PartnerKey & { readonly name: string };
  readonly day?: string;
  readonly status?: Status;
  readonly currency?: string;
  readonly measures: { readonly [M in Measure]?: bigint };
}

export interface Listed<T> {
  readonly rows: readonly T[];
  /** All rows or groups that match, of which `rows` is the window. */
  readonly total: number;
  /** Goes up with every apply and undo, of whichever book: answers with different versions do not belong together. */
  readonly version: number;
}

/** One version of a transaction, newest first in a history. */
export interface Version {
  readonly importId: string;
  readonly live: boolean;
  readonly transaction: Transaction;
}
