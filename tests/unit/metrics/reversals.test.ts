import { describe, expect, it } from 'vitest';
import { momentOfInstant } from '#shared/lib/moment.ts';
import { zoneClock } from '#shared/lib/zone.ts';
import type { Transaction } from '#shared/domain/ledger/fields.ts';
import { LedgerState } from '#shared/domain/ledger/ledger-state.ts';
import { finish } from '#shared/domain/ledger/steps.ts';
import { figuresByCurrency } from '#shared/domain/metrics/by-affiliate.ts';
import { effectByCurrency } from '#shared/domain/metrics/effect.ts';
import { FIGURE_MEASURES } from '#shared/domain/metrics/figures.ts';
import { draftsOf, transaction } from '#tests/unit/ledger/arbitrary.ts';

const UTC = zoneClock('UTC');
const onDay = (day: number): number => momentOfInstant(Date.UTC(2026, 5, day));
const UNIT = 1_000_000;

/** A sale of 100 with a commission of 10. */
const sold = (transactionId: string, values: Partial<Transaction> = {}): Transaction =>
  transaction({
    network: 'Any',
    transactionId,
    orderId: `order ${transactionId}`,
    partnerId: 'p',
    currency: 'USD',
    status: 'approved',
    eventTime: onDay(1),
    asOf: onDay(2),
    sale: 100 * UNIT,
    commission: 10 * UNIT,
    ...values,
  });

/** A ledger that has taken in these files one after the other. */
function ledgerOf(...files: readonly (readonly Transaction[])[]) {
  const state = new LedgerState();
  const effects = files.map((rows, at) => {
    const session = state.beginPlan({ importId: `i${at}`, sequence: at + 1 });
    const lines = rows.map((row, i) => ({ ...row, line: i + 2 }));
    for (const draft of draftsOf(lines, 100)) session.add(draft);
    const changes = finish(state.applyChanges(session));
    if (!changes.ok) throw new Error(changes.error.code);
    state.install(changes.value);
    return effectByCurrency(changes.value.effect)[0];
  });
  return { state, effects };
}

function figuresOf(state: LedgerState) {
  const groups = finish(
    state.groups(
      {
        period: null,
        basis: 'eventTime',
        filter: {},
        groupBy: ['currency', 'status'],
        measures: FIGURE_MEASURES,
        sort: [],
        window: { offset: 0, limit: 100 },
      },
      UTC,
    ),
  );
  const [usd] = figuresByCurrency(groups.rows);
  if (!usd) throw new Error('There are no figures.');
  const { revenue, commission, conversions, reversed, reversalRate, reversedSale } = usd.figures;
  return {
    net: [Number(revenue) / UNIT, Number(commission) / UNIT],
    conversions: Number(conversions),
    reversed: Number(reversed),
    reversalRate,
    reversedSale: Number(reversedSale) / UNIT,
  };
}

/** Status and reason of every live row, by transaction id. */
const reasons = (state: LedgerState) =>
  finish(
    state.list(
      {
        period: null,
        basis: 'eventTime',
        filter: {},
        sort: [{ by: 'transactionId', direction: 'asc' }],
        window: { offset: 0, limit: 100 },
      },
      UTC,
    ),
  ).rows.map(({ transaction: { transactionId, status, reasonCode } }) => [transactionId, status, reasonCode]);

const BEFORE = [sold('1'), sold('2', { status: 'pending' }), sold('3', { status: 'locked' })];

describe('a reversal, as each network writes it', () => {
  it('changes the status of the same row', () => {
    const later = { asOf: onDay(9), status: 'reversed', reasonCode: 'RETURNED' } as const;
    const { state, effects } = ledgerOf(BEFORE, [sold('2', later)]);
    expect(figuresOf(state)).toEqual({
      net: [200, 20],
      conversions: 2,
      reversed: 1,
      reversalRate: 1 / 3,
      reversedSale: 100,
    });
    expect(reasons(state)).toEqual([
      ['1', 'approved', ''],
      ['2', 'reversed', 'RETURNED'],
      ['3', 'locked', ''],
    ]);
    expect(effects[1]).toMatchObject({ revenue: -100_000_000n, commission: -10_000_000n, reversed: 1 });
  });

  it('changes the status and takes the amounts to nothing', () => {
    const later = { asOf: onDay(9), status: 'reversed', reasonCode: 'FRAUD', sale: 0, commission: 0 } as const;
    const { state } = ledgerOf(BEFORE, [sold('2', later)]);
    expect(figuresOf(state)).toMatchObject({ net: [200, 20], conversions: 2, reversed: 1, reversedSale: 0 });
  });

  const taken = (values: Partial<Transaction>) =>
    sold('4', { corrects: '3', status: 'locked', reasonCode: 'RETURNED_MERCHANDISE', asOf: onDay(9), ...values });

  it('is a row of its own that takes back all of another', () => {
    const { state, effects } = ledgerOf(BEFORE, [taken({ sale: -100 * UNIT, commission: -10 * UNIT })]);
    expect(figuresOf(state)).toEqual({
      net: [200, 20],
      conversions: 3,
      reversed: 1,
      reversalRate: 1 / 3,
      reversedSale: 100,
    });
    expect(reasons(state).at(-1)).toEqual(['4', 'locked', 'RETURNED_MERCHANDISE']);
    expect(effects[1]).toMatchObject({ revenue: -100_000_000n, commission: -10_000_000n, reversed: 1 });
  });

  it('is a row of its own that takes back a part of another, perhaps more than once', () => {
    const { state } = ledgerOf(BEFORE, [
      taken({ sale: -30 * UNIT, commission: -3 * UNIT }),
      taken({ transactionId: '5', sale: -20 * UNIT, commission: -2 * UNIT }),
    ]);
    expect(figuresOf(state)).toMatchObject({ net: [250, 25], conversions: 3, reversed: 2, reversedSale: 50 });
  });

  it('is a row of its own in the same file as the sale, of commission alone', () => {
    const { state } = ledgerOf([...BEFORE, taken({ sale: Number.NaN, commission: -10 * UNIT })]);
    expect(figuresOf(state)).toMatchObject({ net: [300, 20], conversions: 3, reversed: 1, reversedSale: 0 });
  });

  it('is taken back and put in anew with other amounts', () => {
    const { state } = ledgerOf(BEFORE, [
      taken({ sale: -100 * UNIT, commission: -10 * UNIT }),
      taken({ transactionId: '5', sale: 80 * UNIT, commission: 8 * UNIT }),
    ]);
    expect(figuresOf(state)).toMatchObject({ net: [280, 28], conversions: 3, reversed: 1, reversedSale: 100 });
  });

  it('is a flag with a date beside the row, which keeps its amounts', () => {
    const voided = {
      status: 'reversed',
      sourceStatus: 'Voided',
      reasonCode: 'test order',
      clearedTime: onDay(9),
    } as const;
    const { state } = ledgerOf(BEFORE, [sold('1', { ...voided, asOf: onDay(9) })]);
    expect(figuresOf(state)).toMatchObject({ net: [200, 20], conversions: 2, reversed: 1, reversedSale: 100 });
    expect(reasons(state)[0]).toEqual(['1', 'reversed', 'test order']);
  });

  it('lowers the amounts of a row that stands', () => {
    const amended = { asOf: onDay(9), sale: 60 * UNIT, commission: 6 * UNIT, reasonCode: 'item returned' } as const;
    const before = { originalSale: 100 * UNIT, originalCommission: 10 * UNIT, originalCurrency: 'USD' } as const;
    const { state, effects } = ledgerOf(BEFORE, [sold('1', { ...amended, ...before })]);
    expect(figuresOf(state)).toMatchObject({ net: [260, 26], conversions: 3, reversed: 0, reversalRate: 0 });
    expect(reasons(state)[0]).toEqual(['1', 'approved', 'item returned']);
    expect(effects[1]).toMatchObject({ revenue: -40_000_000n, commission: -4_000_000n, reversed: 0 });
  });

  it('comes to the same whichever of two files is imported first', () => {
    const files = [BEFORE, [sold('1', { status: 'reversed', asOf: onDay(9) }), taken({ sale: -1 * UNIT })]];
    expect(figuresOf(ledgerOf(...files).state)).toEqual(figuresOf(ledgerOf(...files.toReversed()).state));
  });
});
