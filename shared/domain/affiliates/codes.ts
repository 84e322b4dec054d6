import type { Day } from '../../lib/day.ts';
import type { Affiliate } from './affiliate.ts';

/** A coupon code and the last day on which it is good. */
export interface CouponCode {
  readonly code: string;
  readonly ends: Day | '';
}

export type CodeFields = Pick<Affiliate, 'couponCodes' | 'codeEnds'>;

export function codesOf({ couponCodes, codeEnds }: CodeFields): readonly CouponCode[] {
  return couponCodes.map((code) => ({ code, ends: codeEnds[code.toUpperCase()] ?? '' }));
}

/** The same with these codes and no others: of two that differ in case alone the first stands. */
export function withCodes(codes: readonly CouponCode[]): CodeFields {
  const byKey = new Map<string, CouponCode>();
  for (const each of codes) {
    const key = each.code.toUpperCase();
    if (!byKey.has(key)) byKey.set(key, each);
  }
  return {
    couponCodes: [...byKey.values()].map(({ code }) => code),
    codeEnds: Object.fromEntries([...byKey].flatMap(([key, { ends }]) => (ends === '' ? [] : [[key, ends]]))),
  };
}
