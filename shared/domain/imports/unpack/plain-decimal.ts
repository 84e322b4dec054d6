/** Digits that a workbook's number holds for sure: it is kept as a double, and shown with 15 digits (Excel specifications and limits). */
const SURE_DIGITS = 15;

/**
 * A number as it is written in a workbook ("12.100000000000001", "1E-3") as a plain decimal without exponent and without the
 * noise of its binary form ("12.1", "0.001"). Whole numbers stay as they stand; what is no number stays as it is.
 */
export function plainDecimal(written: string): string {
  if (/^-?\d+$/.test(written)) return written;
  const value = Number(written);
  if (!Number.isFinite(value) || written.trim() === '') return written;
  if (value === 0) return '0';
  const [mantissa = '', exponent = '0'] = Math.abs(value)
    .toExponential(SURE_DIGITS - 1)
    .split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/, '');
  const point = Number(exponent) + 1;
  const sign = value < 0 ? '-' : '';
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
