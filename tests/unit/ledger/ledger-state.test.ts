import { describe, expect, it } from 'vitest';
import { momentOfInstant } from '#shared/lib/moment.ts';
import { zoneClock } from '#shared/lib/zone.ts';
import type { Changes } from '#shared/domain/ledger/changes.ts';
import { BLOCK_ROWS } from '#shared/domain/ledger/draft.ts';
import type { Transaction } from '#shared/domain/ledger/fields.ts';
import { LedgerState } from '#shared/domain/ledger/ledger-state.ts';
import type { GroupQuery, ListQuery } from '#shared/domain/ledger/query.ts';
import type { Segment } from '#shared/domain/ledger/segment.ts';
import { finish } from '#shared/domain/ledger/steps.ts';
import { draftsOf, transaction } from './arbitrary.ts';

const UTC = zoneClock('UTC');
const day = (n: number) => momentOfInstant(Date.UTC(2025, 0, n));

function rowOf(i: number, values: Partial<Transaction> = {}): Transaction {
  return transaction({
    network: 'impact',
    transactionId: `t-${i}`,
    partnerId: `p${i % 700}`,
    partnerName: `Partner ${i % 700}`,
    currency: 'USD',
    eventTime: day(1 + (i % 28)),
    asOf: day(100),
    sale: i * 10_000,
    commission: i * 1_000,
    status: 'pending',
    line: i + 2,
    ...values,
  });
}

const rowsOf = (count: number, values: (i: number) => Partial<Transaction> = () => ({})) =>
  Array.from({ length: count }, (_, i) => rowOf(i, values(i)));

const byDay: GroupQuery = {
  period: null,
  basis: 'eventTime',
  filter: {},
  groupBy: ['day', 'currency'],
  measures: ['transactions', 'sale'],
  sort: [],
  window: { offset: 0, limit: 1_000 },
};
const all: ListQuery = { period: null, basis: 'eventTime', filter: {}, sort: [], window: { offset: 0, limit: 5 } };

function plan(state: LedgerState, sequence: number, rows: readonly Transaction[]) {
  const session = state.beginPlan({ importId: `i${sequence}`, sequence });
  for (const draft of draftsOf(rows, BLOCK_ROWS)) session.add(draft);
  return session;
}

function changesOf(state: LedgerState, session: ReturnType<typeof plan>): Changes {
  const result = finish(state.applyChanges(session));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function apply(state: LedgerState, sequence: number, rows: readonly Transaction[]): Changes {
  const changes = changesOf(state, plan(state, sequence, rows));
  expect(state.install(changes).ok).toBe(true);
  return changes;
}

describe('imports of several blocks', () => {
  const count = 25_003;

  it('are stored as they are, found again as sightings, and moved when the first is undone', () => {
    const state = new LedgerState();
    const first = apply(state, 1, rowsOf(count));
    expect(first.put.map(({ kind, rows }) => [kind, rows])).toEqual([
      ['rows', BLOCK_ROWS],
      ['rows', BLOCK_ROWS],
      ['rows', 5_003],
    ]);
    const again = plan(state, 2, rowsOf(count));
    expect(again.counts).toEqual({ new: 0, changed: 0, same: count, older: 0, repeated: 0 });
    const second = changesOf(state, again);
    expect(second.put.every(({ kind }) => kind === 'seen')).toBe(true);
    expect(second.effect).toEqual([]);
    state.install(second);

    // Every third row changed, in another order: the changed ones gathered from all blocks, the others seen.
    const third = rowsOf(count, (i) => ({
      line: count - i,
      ...(i % 3 === 0 && { status: 'approved' as const }),
    })).reverse();
    const session = plan(state, 3, third);
    expect(session.counts).toEqual({ new: 0, changed: 8_335, same: count - 8_335, older: 0, repeated: 0 });
    const changed = changesOf(state, session);
    expect(changed.put.filter(({ kind }) => kind === 'rows').map(({ rows }) => rows)).toEqual([8_335]);
    const before = finish(state.groups(byDay, UTC));
    state.install(changed);
    const after = finish(state.groups(byDay, UTC));
    expect(after.rows).toEqual(before.rows);
    expect(after.version).toBe(before.version + 1);
    expect(finish(state.list({ ...all, filter: { statuses: ['approved'] } }, UTC)).total).toBe(8_335);

    for (const id of ['i1', 'i3']) {
      const undone = finish(state.undoChanges(id));
      if (!undone.ok) throw new Error(undone.error.code);
      // Values move once, to the first import that saw them again; the third one's sightings follow them.
      const moved = (wanted: Segment['kind']) =>
        undone.value.put.reduce((sum, { kind, rows }) => sum + (kind === wanted ? rows : 0), 0);
      expect([moved('rows'), moved('seen')]).toEqual(id === 'i1' ? [count, count - 8_335] : [0, 0]);
      state.install(undone.value);
      expect(finish(state.groups(byDay, UTC)).rows).toEqual(before.rows);
      expect(finish(state.scanGroups(byDay, UTC)).rows).toEqual(before.rows);
    }
    const { rows, total } = finish(state.list({ ...all, sort: [{ by: 'sale', direction: 'desc' }] }, UTC));
    expect(total).toBe(count);
    expect(rows.map(({ importId, transaction: t }) => [importId, t])).toEqual(
      [1, 2, 3, 4, 5].map((n) => ['i2', rowOf(count - n)]),
    );
    expect(state.history(rows[0]?.ref ?? -1)).toHaveLength(1);
  });

  it('keep the last row of a repeated key, wherever the others stand', () => {
    const state = new LedgerState();
    const rows = rowsOf(12_000).map((row, i) => ({ ...row, transactionId: `t-${i % 11_000}` }));
    const session = plan(state, 1, rows);
    expect(session.counts).toEqual({ new: 11_000, changed: 0, same: 0, older: 0, repeated: 1_000 });
    expect(session.previewRows('repeated', 998, 10).map(({ line }) => line)).toEqual([1_000, 1_001]);
    state.install(changesOf(state, session));
    const { total, rows: listed } = finish(state.list({ ...all, filter: { text: 't-0' } }, UTC));
    expect(total).toBe(1);
    expect(listed[0]?.transaction.line).toBe(11_002);
    expect(state.history(listed[0]?.ref ?? -1).map(({ transaction: t, live }) => [t.line, live])).toEqual([
      [11_002, true],
      [2, false],
    ]);
  });
});

describe('an old export once more', () => {
  it('is older where the ledger knows better by now, and takes no room for values it held before', () => {
    const state = new LedgerState();
    apply(state, 1, rowsOf(3));
    apply(state, 2, [rowOf(1, { status: 'approved', asOf: day(101) })]);
    const session = plan(state, 3, rowsOf(3));
    expect(session.counts).toEqual({ new: 0, changed: 0, same: 2, older: 1, repeated: 0 });
    const { put, effect } = changesOf(state, session);
    expect(put.map(({ kind, rows }) => [kind, rows])).toEqual([['seen', 3]]);
    expect(effect).toEqual([]);
  });
});

describe('a plan', () => {
  it('is refused once the ledger has changed, and so are changes and undos', () => {
    const state = new LedgerState();
    const early = plan(state, 1, rowsOf(3));
    const changes = changesOf(state, early);
    const undo = finish(state.undoChanges('i9'));
    const under = state.applyChanges(plan(state, 3, rowsOf(3)));
    under.next();
    apply(state, 2, rowsOf(2));
    const refused = { ok: false, error: { code: 'stale' } };
    expect(finish(state.applyChanges(early))).toMatchObject(refused);
    expect(state.install(changes)).toMatchObject(refused);
    expect(undo.ok && state.install(undo.value)).toMatchObject(refused);
    expect(finish(under)).toMatchObject(refused);
    expect(state.counts().transactions).toBe(2);
  });

  it('tells rows apart whose values are those of their neighbours', () => {
    const state = new LedgerState();
    const skus = (values: string) => rowsOf(4, (i) => ({ sku: values.charAt(i) }));
    apply(state, 1, skus('ABBA'));
    expect(plan(state, 2, skus('AABA')).counts).toMatchObject({ changed: 1, same: 3 });
    expect(plan(state, 2, skus('BAAB')).counts).toMatchObject({ changed: 4, same: 0 });
  });

  it('shows what a changed row was, what an older one loses to, and the fields that differ', () => {
    const state = new LedgerState();
    apply(state, 1, rowsOf(2));
    const session = plan(state, 2, [
      rowOf(0, { status: 'reversed', sale: 0, asOf: day(101) }),
      rowOf(1, { sku: 'X', asOf: day(99) }),
    ]);
    const [changed] = session.previewRows('changed', 0, 10);
    expect(changed).toMatchObject({ line: 2, before: rowOf(0), differs: ['status'] });
    const [older] = session.previewRows('older', 0, 10);
    expect(older).toMatchObject({ line: 3, before: rowOf(1), differs: ['sku'] });
    expect(session.counts).toEqual({ new: 0, changed: 1, same: 0, older: 1, repeated: 0 });
    expect(session.eventDays(UTC)).toEqual({ first: '2025-01-01', last: '2025-01-02' });
    expect(session.partners).toEqual([
      { network: 'impact', partnerId: 'p0', name: 'Partner 0', email: '', site: '' },
      { network: 'impact', partnerId: 'p1', name: 'Partner 1', email: '', site: '' },
    ]);
  });

  it('tells of each partner the last name, e-mail and site in the file, and of rows without a partner nothing', () => {
    const session = plan(new LedgerState(), 1, [
      rowOf(1, { partnerEmail: 'old@one.example', partnerSite: 'one.example' }),
      rowOf(2, { partnerId: 'p1', partnerName: '', partnerEmail: 'new@one.example' }),
      rowOf(3, { partnerId: 'p1', partnerName: 'Last name' }),
      rowOf(4, { partnerId: '', partnerName: 'Nobody', partnerEmail: 'nobody@example.com' }),
    ]);
    expect(session.partners).toEqual([
      { network: 'impact', partnerId: 'p1', name: 'Last name', email: 'new@one.example', site: 'one.example' },
    ]);
  });

  it('counts the status words that it cannot read', () => {
    const status = 'unknown';
    const session = plan(new LedgerState(), 1, [
      rowOf(1, { status, sourceStatus: 'On hold' }),
      rowOf(2, { status, sourceStatus: 'Closed' }),
      rowOf(3, { status, sourceStatus: 'Closed' }),
      rowOf(4, { status, sourceStatus: '' }),
      rowOf(5, { status: 'paid', sourceStatus: 'Paid' }),
    ]);
    expect(session.unknownWords).toEqual([
      { word: 'Closed', count: 2 },
      { word: 'On hold', count: 1 },
    ]);
  });
});

describe('queries', () => {
  it('begin again when the data changes under them', () => {
    const state = new LedgerState();
    apply(state, 1, rowsOf(10));
    const list = state.list(all, UTC);
    const groups = state.groups(byDay, UTC);
    list.next();
    groups.next();
    apply(state, 2, rowsOf(20));
    expect(finish(list)).toMatchObject({ total: 20, version: 2 });
    const sum = finish(groups).rows.reduce((total, { measures }) => total + (measures.transactions ?? 0n), 0n);
    expect(sum).toBe(20n);
  });

  it('refuse to add up currencies', () => {
    const state = new LedgerState();
    const query: GroupQuery = { ...byDay, groupBy: ['day'] };
    expect(() => state.groups(query, UTC)).toThrow(RangeError);
    expect(finish(state.groups({ ...query, filter: { currencies: ['USD'] } }, UTC)).rows).toEqual([]);
    expect(finish(state.groups({ ...query, measures: ['transactions'] }, UTC)).rows).toEqual([]);
  });

  it('move rows to other days when the zone changes', () => {
    const state = new LedgerState();
    apply(state, 1, [rowOf(1, { eventTime: momentOfInstant(Date.parse('2025-03-30T23:30Z')) })]);
    const dayIn = (zone: string) => finish(state.groups(byDay, zoneClock(zone))).rows.map((group) => group.day);
    expect(dayIn('UTC')).toEqual(['2025-03-30']);
    expect(dayIn('Europe/London')).toEqual(['2025-03-31']);
    expect(dayIn('America/Los_Angeles')).toEqual(['2025-03-30']);
    expect(dayIn('UTC')).toEqual(['2025-03-30']);
  });
});

describe('loading', () => {
  it('waits for segments that others refer to, and names those that do not come', () => {
    const writer = new LedgerState();
    const [rows] = apply(writer, 1, rowsOf(3)).put;
    const [seen] = apply(writer, 2, rowsOf(3)).put;
    if (!rows || !seen) throw new Error('nothing stored');
    const state = new LedgerState();
    state.load([seen]);
    expect(state.missing()).toEqual([rows.id]);
    expect(state.counts().transactions).toBe(0);
    state.load([rows]);
    expect(state.missing()).toEqual([]);
    expect(state.counts()).toEqual({ transactions: 3, segments: 2 });
    expect(finish(state.list(all, UTC)).rows.map(({ importId }) => importId)).toEqual(['i2', 'i2', 'i2']);
  });
});
