import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TIERS } from '#shared/domain/affiliates/affiliate.ts';
import { channelsOf, parseAudience, withChannels, type Channel } from '#shared/domain/affiliates/channels.ts';
import { codesOf, withCodes } from '#shared/domain/affiliates/codes.ts';
import { largestAudience, tierOf, tierOfAudience } from '#shared/domain/affiliates/tiers.ts';
import type { Day } from '#shared/lib/day.ts';

const BOUNDS = { micro: 10_000, mid: 100_000, macro: 500_000 };
const site = (address: string, audience: number | null = null): Channel => ({ kind: 'site', address, audience });

describe('tiers', () => {
  it.each([
    [0, 'nano'],
    [9_999, 'nano'],
    [10_000, 'micro'],
    [99_999, 'micro'],
    [100_000, 'mid'],
    [499_999, 'mid'],
    [500_000, 'macro'],
  ] as const)('an audience of %i is %s', (audience, tier) => expect(tierOfAudience(audience, BOUNDS)).toBe(tier));

  it('what she says stands; else the largest audience; else nothing is known', () => {
    const found = withChannels([site('paws.com', 500), { kind: 'x', address: '@paws', audience: 120_000 }]);
    expect(tierOf({ ...found, tier: '' }, BOUNDS)).toBe('mid');
    expect(tierOf({ ...found, tier: 'nano' }, BOUNDS)).toBe('nano');
    expect(tierOf({ ...withChannels([site('paws.com')]), tier: '' }, BOUNDS)).toBe('');
    // An audience of a channel that is gone no longer counts.
    expect(largestAudience({ ...found, social: [] })).toBe(500);
  });

  it('a larger audience is never a lower tier, whatever the bounds', () => {
    const bounds = fc
      .array(fc.nat(1_000_000), { minLength: 3, maxLength: 3 })
      .map((three) => three.sort((a, b) => a - b))
      .map(([micro = 0, mid = 0, macro = 0]) => ({ micro, mid, macro }));
    fc.assert(
      fc.property(bounds, fc.nat(2_000_000), fc.nat(2_000_000), (some, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((each) => TIERS.indexOf(tierOfAudience(each, some)));
        expect(low).toBeLessThanOrEqual(high ?? 0);
      }),
    );
  });
});

describe('channels and codes', () => {
  it('are the same after they have been taken apart and put together', () => {
    const channels = [site('https://paws.com', 12_000), { kind: 'youtube' as const, address: '@Paws', audience: null }];
    expect(channelsOf(withChannels(channels))).toEqual(channels);
    const codes = [
      { code: 'paws10', ends: '2026-12-31' as Day },
      { code: 'PAWS20', ends: '' as const },
    ];
    expect(codesOf(withCodes(codes))).toEqual(codes);
    expect(withCodes(codes).codeEnds).toEqual({ PAWS10: '2026-12-31' });
  });

  it('of what means the same the first stands', () => {
    expect(withChannels([site('https://www.paws.com', 1), site('paws.com/shop', 2)])).toEqual({
      ...{ sites: ['https://www.paws.com'], social: [] },
      audiences: { 'site paws.com': 1 },
    });
    expect(
      withCodes([
        { code: 'paws10', ends: '' },
        { code: 'PAWS10', ends: '2026-12-31' as Day },
      ]),
    ).toEqual({
      ...{ couponCodes: ['paws10'], codeEnds: {} },
    });
  });

  it.each([
    ['12500', 12_500],
    ['12,500', 12_500],
    ['1.250.000', 1_250_000],
    ['1 250 000', 1_250_000],
    ['12.5k', 12_500],
    ['1,2 M', 1_200_000],
    ['0', 0],
    ['12.5', null],
    ['many', null],
    ['-3', null],
    ['', null],
  ])('“%s” is an audience of %s', (text, audience) => expect(parseAudience(text)).toBe(audience));
});
