import { describe, expect, it } from 'vitest';
import { byPreference } from '#shared/domain/metrics/currencies.ts';

const order = (items: readonly string[], preferred: readonly string[]): string =>
  byPreference(items, preferred, (currency) => currency).join(' ');

describe('currencies in her order', () => {
  it('has preferred ones first and leaves the others as they came', () => {
    expect(order(['EUR', 'USD', 'GBP', ''], ['GBP', 'EUR'])).toBe('GBP EUR USD ');
    expect(order(['EUR', 'USD'], [])).toBe('EUR USD');
    expect(order(['EUR', 'USD'], ['CHF', 'USD'])).toBe('USD EUR');
  });
});
