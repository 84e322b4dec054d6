import { MONEY_FIELDS, TEXT_FIELDS, TIME_FIELDS, type Transaction } from '#shared/domain/ledger/fields.ts';
import type { Group, GroupKey, LedgerFilter } from '#shared/domain/ledger/query.ts';
import { addDays, dayFromNumber, dayToNumber, type Period } from '#shared/lib/day.ts';
import { momentDay, momentOfInstant } from '#shared/lib/moment.ts';
import { zoneClock } from '#shared/lib/zone.ts';

/* Transactions of tests, and the questions to a ledger answered naively. */

/** A transaction with what a test does not care about left empty. Amounts in whole units of USD. */
export function made(
  day: string,
  wish: Partial<Omit<Transaction, 'sale' | 'commission'>> & {
    readonly sale?: number;
    readonly commission?: number;
  } = {},
): Transaction {
  const { sale = 100, commission = 10, ...rest } = wish;
  return {
    ...Object.fromEntries(TEXT_FIELDS.map((field) => [field, ''])),
    ...Object.fromEntries([...TIME_FIELDS, ...MONEY_FIELDS, 'quantity'].map((field) => [field, Number.NaN])),
    network: 'Impact',
    currency: 'USD',
    status: 'approved',
    line: 1,
    eventTime: momentOfInstant(Date.parse(`${day}T12:00:00Z`)),
    asOf: momentOfInstant(Date.parse(`${day}T12:00:00Z`)),
    ...rest,
    sale: sale * 1_000_000,
    commission: commission * 1_000_000,
  } as Transaction;
}

export function meets(transaction: Transaction, importId: string, filter: LedgerFilter): boolean {
  const { text = '', statuses, networks, currencies, partners, about } = filter;
  const { transactionId, orderId, partnerId, partnerName, network, currency, status } = transaction;
  return (
    [transactionId, orderId, partnerId, partnerName].some((value) =>
      value.toLowerCase().includes(text.toLowerCase()),
    ) &&
    (statuses?.includes(status) ?? true) &&
    (networks?.includes(network) ?? true) &&
    (currencies?.includes(currency) ?? true) &&
    (partners?.some((each) => each.network === network && each.partnerId === partnerId) ?? true) &&
    (filter.importId === undefined || filter.importId === importId) &&
    (about?.some((id) => [transactionId, orderId, transaction.corrects].includes(id)) ?? true)
  );
}

const dayOfRow = (transaction: Transaction): string =>
  dayFromNumber(momentDay(transaction.eventTime, zoneClock('UTC')));

export function isWithin(transaction: Transaction, period: Period | null): boolean {
  const day = dayOfRow(transaction);
  return (
    period === null ||
    (day >= period.from && day < addDays(period.from, dayToNumber(period.to) - dayToNumber(period.from)))
  );
}

export function keysOf(transaction: Transaction, keys: readonly GroupKey[]): Omit<Group, 'measures'> {
  const { network, program, partnerId, partnerName, status, currency } = transaction;
  const all: Required<Omit<Group, 'measures'>> = {
    network,
    program,
    status,
    currency,
    day: dayOfRow(transaction),
    partner: { network, partnerId, name: partnerName },
  };
  return Object.fromEntries(keys.map((key) => [key, all[key]]));
}

export function groupOf(same: readonly Transaction[], keys: readonly GroupKey[]): Group {
  const first = same[0];
  const sum = (field: 'sale' | 'commission'): bigint => same.reduce((all, row) => all + BigInt(row[field]), 0n);
  return {
    ...(first ? keysOf(first, keys) : {}),
    measures: {
      transactions: BigInt(same.filter(({ corrects }) => corrects === '').length),
      quantity: same.reduce((all, { quantity }) => all + BigInt(Number.isNaN(quantity) ? 1 : quantity), 0n),
      sale: sum('sale'),
      commission: sum('commission'),
    },
  };
}
