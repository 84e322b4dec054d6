/** An amount in millionths of its currency's unit: an integer. A row holds a safe integer (number), a total a bigint. */
export type Micros = number;

export const MICROS_PER_UNIT = 1_000_000;

/** By code: asking the runtime costs as much as a hundred amounts, and tables ask for each. */
const knownDigits = new Map<string, number>();

/** Digits after the decimal mark of a currency (ISO 4217 minor unit, from the runtime's own table): USD 2, JPY 0, KWD 3. Unknown codes: 2. */
export function minorDigits(currency: string): number {
  const known = knownDigits.get(currency);
  if (known !== undefined) return known;
  const digits = digitsOf(currency);
  knownDigits.set(currency, digits);
  return digits;
}

function digitsOf(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** Rounds micros to the currency's minor unit, half away from zero: what is done once, at the end, when an amount is shown or paid. */
export function roundToMinor(micros: bigint, currency: string): bigint {
  const unit = 10n ** BigInt(6 - minorDigits(currency));
  const half = unit / 2n;
  return micros >= 0n ? ((micros + half) / unit) * unit : -(((-micros + half) / unit) * unit);
}

/** Micros as a plain decimal text with a point and at least `digits` decimals, exact: 1000100n -> "1.0001", 5000000n -> "5.00". */
export function microsToDecimal(micros: bigint | number, digits = 2): string {
  const value = BigInt(micros);
  const abs = value < 0n ? -value : value;
  const whole = abs / 1_000_000n;
  let fraction = (abs % 1_000_000n).toString().padStart(6, '0');
  while (fraction.length > digits && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return `${value < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
