import { describe, expect, it } from 'vitest';
import { newAffiliate, newLink, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Status } from '#shared/domain/ledger/fields.ts';
import type { Group } from '#shared/domain/ledger/query.ts';
import type { Day } from '#shared/lib/day.ts';
import {
  clicksByAffiliate,
  clicksOf,
  figuresByAffiliate,
  figuresByCurrency,
  makeDirectory,
} from '#shared/domain/metrics/by-affiliate.ts';
import { effectByCurrency } from '#shared/domain/metrics/effect.ts';
import { dailySeries } from '#shared/domain/metrics/series.ts';

const affiliate = (id: string): Affiliate =>
  newAffiliate({ id, name: id, createdAt: 0, createdByImport: null, editedAt: null });

const group = (partnerId: string, currency: string, status: Status, sale: bigint): Group => ({
  partner: { network: 'Impact', partnerId, name: '' },
  currency,
  status,
  measures: { transactions: 1n, sale, commission: sale / 10n },
});

// Paws is known under two ids; the same id at another network is somebody else.
const directory = makeDirectory(
  [affiliate('paws'), affiliate('barks')],
  [
    newLink({ network: 'Impact', partnerId: '1', affiliateId: 'paws' }),
    newLink({ network: 'Impact', partnerId: '2', affiliateId: 'paws' }),
    newLink({ network: 'Partnerize', partnerId: '1', affiliateId: 'barks' }),
  ],
);

describe('makeDirectory', () => {
  it('finds the affiliate of a partner by network and id together', () => {
    expect(directory.ofPartner({ network: 'Impact', partnerId: '1' })?.id).toBe('paws');
    expect(directory.ofPartner({ network: 'Partnerize', partnerId: '1' })?.id).toBe('barks');
    expect(directory.ofPartner({ network: 'Partnerize', partnerId: '2' })).toBeUndefined();
    expect(directory.partnersOf('paws')).toHaveLength(2);
  });
});

describe('figuresByAffiliate', () => {
  it('adds an affiliate’s partner ids, and never two currencies', () => {
    const found = figuresByAffiliate(
      [
        group('1', 'USD', 'approved', 100n),
        group('2', 'USD', 'pending', 50n),
        group('2', 'EUR', 'paid', 900n),
        group('9', 'USD', 'paid', 7n),
      ],
      directory,
    );
    expect([...found.keys()]).toEqual(['paws']);
    expect(found.get('paws')?.map(({ currency, figures }) => [currency, figures.revenue, figures.conversions])).toEqual(
      [
        ['EUR', 900n, 1n],
        ['USD', 150n, 2n],
      ],
    );
  });
});

describe('clicks', () => {
  const clicks = (partnerId: string, quantity: bigint): Group => ({
    partner: { network: 'Impact', partnerId, name: '' },
    measures: { quantity },
  });

  it('are added over an affiliate’s partner ids, and make earnings per click of each currency', () => {
    const byAffiliate = clicksByAffiliate([clicks('1', 30n), clicks('2', 20n), clicks('9', 5n)], directory);
    expect([...byAffiliate]).toEqual([['paws', 50n]]);
    const groups = [
      group('1', 'USD', 'approved', 10_000n),
      group('2', 'USD', 'pending', 5_000n),
      group('2', 'EUR', 'paid', 500n),
    ];
    const found = figuresByAffiliate(groups, directory, [], byAffiliate).get('paws');
    expect(found?.map(({ currency, figures }) => [currency, figures.clicks, figures.epc, figures.trackedEpc])).toEqual([
      ['USD', 50n, 20n, 30n],
      ['EUR', 50n, 1n, 1n],
    ]);
  });

  it('are not known, rather than 0, where no source tells', () => {
    expect(clicksOf([])).toBeNull();
    expect(clicksOf([clicks('1', 2n), clicks('9', 3n)])).toBe(5n);
    const [usd] = figuresByCurrency([group('1', 'USD', 'paid', 9n)]);
    expect(usd?.figures).toMatchObject({ clicks: null, epc: null, trackedEpc: null });
  });
});

describe('figuresByCurrency', () => {
  it('puts the currency with the most revenue first', () => {
    const found = figuresByCurrency([group('1', 'EUR', 'paid', 1n), group('1', 'USD', 'paid', 2n)]);
    expect(found.map(({ currency }) => currency)).toEqual(['USD', 'EUR']);
  });
});

describe('dailySeries', () => {
  const day = (text: string, sale: bigint): Group => ({ day: text, measures: { sale, commission: 1n } });

  const period = { from: '2026-11-01' as Day, to: '2026-11-04' as Day };

  it('lays groups over every day of the period', () => {
    const series = dailySeries([day('2026-11-02', 5n)], period, '2026-11-30' as Day);
    expect(series.revenue).toEqual([0n, 5n, 0n]);
  });

  it('leaves out days to come, and today while it has nothing', () => {
    expect(dailySeries([day('2026-11-01', 5n)], period, '2026-11-02' as Day).days).toEqual(['2026-11-01']);
    expect(dailySeries([day('2026-11-02', 5n)], period, '2026-11-02' as Day).days).toEqual([
      '2026-11-01',
      '2026-11-02',
    ]);
  });

  it('spans what there is without a period, leaving out rows without a day', () => {
    const series = dailySeries([day('2026-11-03', 5n), day('2026-11-01', 2n), day('', 9n)], null, '2026-11-30' as Day);
    expect(series.days).toEqual(['2026-11-01', '2026-11-02', '2026-11-03']);
    expect(series.revenue).toEqual([2n, 0n, 5n]);
    expect(dailySeries([], null, '2026-11-30' as Day).days).toEqual([]);
  });
});

describe('effectByCurrency', () => {
  const total = (currency: string, status: Status, count: number, micros: bigint) => ({
    currency,
    status,
    count,
    saleMicros: micros * 10n,
    commissionMicros: micros,
  });

  it('moves an amount from conversion to reversal without counting it twice', () => {
    expect(
      effectByCurrency([
        total('USD', 'pending', -1, -5n),
        total('USD', 'reversed', 1, 5n),
        total('USD', 'paid', 2, 7n),
      ]),
    ).toEqual([{ currency: 'USD', commission: 2n, revenue: 20n, reversed: 1 }]);
  });

  it('counts corrections as reversed, and what they take back', () => {
    const corrected = { ...total('USD', 'locked', 1, -3n), corrections: 1 };
    expect(effectByCurrency([corrected, total('USD', 'unknown', 4, 9n)])).toEqual([
      { currency: 'USD', commission: -3n, revenue: -30n, reversed: 1 },
    ]);
  });

  it('leaves out a currency in which nothing moved', () => {
    expect(effectByCurrency([total('EUR', 'pending', -1, -5n), total('EUR', 'approved', 1, 5n)])).toEqual([]);
  });
});
