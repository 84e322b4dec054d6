import { momentDay } from '#shared/lib/moment.ts';
import { dayFromNumber } from '#shared/lib/day.ts';
import type { ZoneClock } from '#shared/lib/zone.ts';
import {
  MONEY_FIELDS,
  NOT_COMPARED,
  NUMBER_FIELDS,
  STATUSES,
  TEXT_FIELDS,
  type Field,
  type Transaction,
} from '#shared/domain/ledger/fields.ts';
import { fold } from '#shared/domain/ledger/fold.ts';
import type { PlanCounts, StatusTotal } from '#shared/domain/ledger/plan.ts';
import {
  MEASURES,
  type Group,
  type GroupKey,
  type GroupQuery,
  type ListQuery,
  type Measure,
} from '#shared/domain/ledger/query.ts';
import { ABOUT_FIELDS, SEARCHED_FIELDS } from '#shared/domain/ledger/selection.ts';

export interface ModelVersion {
  readonly importId: string;
  readonly sequence: number;
  readonly transaction: Transaction;
}

const keyOf = (t: Transaction) => JSON.stringify([t.network, t.program, t.transactionId]);
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const same = (a: Transaction, b: Transaction) =>
  [...TEXT_FIELDS, ...NUMBER_FIELDS].every((f) => NOT_COMPARED.has(f) || Object.is(a[f], b[f]));

function newer(a: ModelVersion, b: ModelVersion): number {
  return a.transaction.asOf - b.transaction.asOf || a.sequence - b.sequence || a.transaction.line - b.transaction.line;
}

/** Whether a row takes back from another transaction. */
const takesBack = (t: Transaction) => t.corrects !== '' && (t.sale < 0 || t.commission < 0);

/** The ledger as plainly as it can be said: a list of every version of every import that stands. */
export class Model {
  versions: ModelVersion[] = [];

  apply(importId: string, sequence: number, rows: readonly Transaction[]): void {
    this.versions = [...this.versions, ...rows.map((transaction) => ({ importId, sequence, transaction }))];
  }

  undo(importId: string): void {
    this.versions = this.versions.filter((version) => version.importId !== importId);
  }

  history(transaction: Transaction): ModelVersion[] {
    const key = keyOf(transaction);
    return this.versions.filter((v) => keyOf(v.transaction) === key).sort((a, b) => newer(b, a));
  }

  live(): ModelVersion[] {
    const live = new Map<string, ModelVersion>();
    for (const version of this.versions) {
      const known = live.get(keyOf(version.transaction));
      if (!known || newer(version, known) > 0) live.set(keyOf(version.transaction), version);
    }
    return [...live.values()];
  }

  counts(sequence: number, rows: readonly Transaction[]): PlanCounts {
    const counts = { new: 0, changed: 0, same: 0, older: 0, repeated: 0 };
    for (const row of rows) {
      const own = { importId: '', sequence, transaction: row };
      const beaten = rows.some(
        (other) => keyOf(other) === keyOf(row) && newer({ ...own, transaction: other }, own) > 0,
      );
      const known = this.history(row)[0];
      if (beaten) counts.repeated++;
      else if (!known) counts.new++;
      else if (same(known.transaction, row)) counts.same++;
      else if (newer(own, known) > 0) counts.changed++;
      else counts.older++;
    }
    return counts;
  }

  totals(): StatusTotal[] {
    return totalsOf(this.live().map(({ transaction }) => transaction));
  }

  partners() {
    const newest = new Map<string, { network: string; partnerId: string; name: string }>();
    for (const { transaction } of this.live().sort(newer)) {
      const { network, partnerId, partnerName } = transaction;
      if (partnerId === '') continue;
      const name = partnerName || (newest.get(`${network} ${partnerId}`)?.name ?? '');
      newest.set(`${network} ${partnerId}`, { network, partnerId, name });
    }
    return [...newest.values()].sort(
      (a, b) => compareText(a.network, b.network) || compareText(a.partnerId, b.partnerId),
    );
  }

  #selected({ period, basis, filter }: Pick<ListQuery, 'period' | 'basis' | 'filter'>, clock: ZoneClock) {
    return this.live().filter(({ importId, transaction: t }) => {
      const day = dayName(t[basis], clock);
      return (
        (!period || (day !== '' && period.from <= day && day < period.to)) &&
        (!filter.text || SEARCHED_FIELDS.some((f) => fold(t[f]).includes(fold(filter.text ?? '')))) &&
        (!filter.statuses || filter.statuses.includes(t.status)) &&
        (!filter.networks || filter.networks.includes(t.network)) &&
        (!filter.programs || filter.programs.includes(t.program)) &&
        (!filter.currencies || filter.currencies.includes(t.currency)) &&
        (!filter.partners || filter.partners.some((p) => p.network === t.network && p.partnerId === t.partnerId)) &&
        (filter.importId === undefined || filter.importId === importId) &&
        (!filter.about || ABOUT_FIELDS.some((f) => t[f] !== '' && filter.about?.includes(t[f])))
      );
    });
  }

  list(query: ListQuery, clock: ZoneClock): ModelVersion[] {
    return this.#selected(query, clock).sort((a, b) => {
      for (const { by, direction } of query.sort) {
        const order = compareField(by, a.transaction, b.transaction, direction === 'desc');
        if (order !== 0) return order;
      }
      return a.sequence - b.sequence || a.transaction.line - b.transaction.line;
    });
  }

  groups(query: GroupQuery, clock: ZoneClock): Group[] {
    const names = new Map(this.partners().map((p) => [`${p.network} ${p.partnerId}`, p.name]));
    const groups = new Map<string, { group: Group; sums: { [M in Measure]: bigint } }>();
    for (const { transaction: t } of this.#selected(query, clock)) {
      const all = {
        network: t.network,
        program: t.program,
        partner: {
          network: t.network,
          partnerId: t.partnerId,
          name: names.get(`${t.network} ${t.partnerId}`) ?? nameOf(this.live(), t.network),
        },
        day: dayName(t[query.basis], clock),
        status: t.status,
        currency: t.currency,
      };
      const entries = query.groupBy.map((key) => [key, all[key]] as const);
      const name = JSON.stringify(entries);
      let known = groups.get(name);
      if (!known) {
        known = {
          group: { ...Object.fromEntries(entries), measures: {} },
          sums: Object.fromEntries(MEASURES.map((measure) => [measure, 0n])) as { [M in Measure]: bigint },
        };
        groups.set(name, known);
      }
      if (t.corrects === '') known.sums.transactions++;
      if (takesBack(t)) known.sums.corrections++;
      known.sums.quantity += Number.isNaN(t.quantity) ? 1n : BigInt(Math.round(t.quantity));
      for (const measure of ['sale', 'commission', 'networkFee'] as const) {
        if (!Number.isNaN(t[measure])) known.sums[measure] += BigInt(t[measure]);
      }
      if (takesBack(t)) {
        if (!Number.isNaN(t.sale)) known.sums.correctedSale += BigInt(t.sale);
        if (!Number.isNaN(t.commission)) known.sums.correctedCommission += BigInt(t.commission);
      }
    }
    return [...groups.values()]
      .map(({ group, sums }) => ({
        ...group,
        measures: Object.fromEntries(query.measures.map((measure) => [measure, sums[measure]])),
      }))
      .sort((a, b) => {
        for (const { by, direction } of query.sort) {
          const order = compareGroups(by, a, b);
          if (order !== 0) return direction === 'desc' ? -order : order;
        }
        for (const by of query.groupBy) {
          const order = compareGroups(by, a, b);
          if (order !== 0) return order;
        }
        return 0;
      });
  }
}

/** The name of the "partner" that rows without a partner id make up in a network: that of the newest with one. */
function nameOf(live: ModelVersion[], network: string): string {
  return (
    live
      .filter(({ transaction: t }) => t.network === network && t.partnerId === '' && t.partnerName !== '')
      .sort(newer)
      .at(-1)?.transaction.partnerName ?? ''
  );
}

export function totalsOf(transactions: readonly Transaction[]): StatusTotal[] {
  const currencies = [...new Set(transactions.map(({ currency }) => currency))].sort();
  return currencies.flatMap((currency) =>
    STATUSES.map((status) => {
      const rows = transactions.filter((t) => t.currency === currency && t.status === status);
      const sum = (field: (typeof MONEY_FIELDS)[number]) =>
        rows.reduce((total, t) => total + (Number.isNaN(t[field]) ? 0n : BigInt(t[field])), 0n);
      const corrections = rows.filter(takesBack).length;
      return {
        currency,
        status,
        count: rows.length,
        ...(corrections > 0 && { corrections }),
        saleMicros: sum('sale'),
        commissionMicros: sum('commission'),
      };
    }).filter(({ count }) => count > 0),
  );
}

/** After minus before, what came to nothing left out. */
export function difference(after: readonly StatusTotal[], before: readonly StatusTotal[]): StatusTotal[] {
  const names = [...new Set([...after, ...before].map((t) => `${t.currency} ${STATUSES.indexOf(t.status)}`))].sort();
  const find = (totals: readonly StatusTotal[], name: string) =>
    totals.find((t) => `${t.currency} ${STATUSES.indexOf(t.status)}` === name);
  return names
    .map((name) => {
      const a = find(after, name);
      const b = find(before, name);
      const corrections = (a?.corrections ?? 0) - (b?.corrections ?? 0);
      return {
        currency: (a ?? b)?.currency ?? '',
        status: (a ?? b)?.status ?? 'unknown',
        count: (a?.count ?? 0) - (b?.count ?? 0),
        ...(corrections !== 0 && { corrections }),
        saleMicros: (a?.saleMicros ?? 0n) - (b?.saleMicros ?? 0n),
        commissionMicros: (a?.commissionMicros ?? 0n) - (b?.commissionMicros ?? 0n),
      };
    })
    .filter((t) => t.count !== 0 || (t.corrections ?? 0) !== 0 || t.saleMicros !== 0n || t.commissionMicros !== 0n);
}

function dayName(moment: number, clock: ZoneClock): string {
  return Number.isNaN(moment) ? '' : dayFromNumber(momentDay(moment, clock));
}

function compareField(field: Field, a: Transaction, b: Transaction, descending: boolean): number {
  const value = (t: Transaction) => (field === 'status' ? STATUSES.indexOf(t.status) : t[field]);
  const x = value(a);
  const y = value(b);
  const missing = (v: string | number) => v === '' || Number.isNaN(v);
  if (missing(x) || missing(y)) return Number(missing(x)) - Number(missing(y));
  const order = x < y ? -1 : x > y ? 1 : 0;
  return descending ? -order : order;
}

function compareGroups(by: GroupKey | Measure, a: Group, b: Group): number {
  const value = (group: Group) => {
    if (by === 'partner') return [group.partner?.network ?? '', group.partner?.partnerId ?? ''];
    if (by === 'status') return [STATUSES.indexOf(group.status ?? 'unknown')];
    if (by === 'network' || by === 'program' || by === 'day' || by === 'currency') return [group[by] ?? ''];
    return [group.measures[by] ?? 0n];
  };
  const x = value(a);
  const y = value(b);
  for (let i = 0; i < x.length; i++) {
    const p = x[i] ?? '';
    const q = y[i] ?? '';
    if (p !== q) return p < q ? -1 : 1;
  }
  return 0;
}
