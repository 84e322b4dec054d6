/** Codes of ISO 4217, those of currencies that are gone among them. */
const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** True for three letters that are a currency's code and no other word. */
export const isCurrencyCode = (text: string): boolean => CODES.has(text);

/** What stands beside an amount's digits ("US$", "EUR", "kr"), '' if nothing does. */
export const currencyMark = (amount: string): string => amount.replace(/[^\p{L}\p{Sc}]+/gu, '');

/** Signs and abbreviations, and the currencies that are written so. A dollar or a crown may be one of many. */
const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP EGP LBP SYP SDG SSP GIP FKP SHP',
  '¥': 'JPY CNY',
  '₹': 'INR',
  Rs: 'INR PKR LKR NPR MUR SCR',
  '₽': 'RUB',
  '₺': 'TRY',
  '₪': 'ILS',
  '₩': 'KRW KPW',
  zł: 'PLN',
  Kč: 'CZK',
  Ft: 'HUF',
  lei: 'RON MDL',
  kr: 'SEK NOK DKK ISK',
  Fr: 'CHF XOF XAF XPF',
  R$: 'BRL',
  US$: 'USD',
  $US: 'USD',
  CA$: 'CAD',
  C$: 'CAD NIO',
  $CA: 'CAD',
  AU$: 'AUD',
  A$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  MX$: 'MXN',
  $: 'USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP UYU DOP BRL BND BBD BSD BZD BMD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD ZWL',
};

/** False if what stands beside an amount says that it is in another currency. What nobody can tell says nothing. */
export function meansCurrency(mark: string, currency: string): boolean {
  if (isCurrencyCode(mark)) return mark === currency;
  const written = SIGNS[mark];
  return written === undefined || written.split(' ').includes(currency);
}
