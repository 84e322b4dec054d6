// Quotes in front count as nothing, or taking back could not tell its own from the text's.
const FORMULA = /^[\s"'\uFEFF]*[=+\-@＝＋－＠]|^'*[\t\r\n]/;

/**
 * Text for a CSV cell that a spreadsheet will not take for a formula: what would start one (the cells listed by OWASP,
 * "CSV Injection", with their full-width twins and after leading blanks or quotes) gets a `'` in front.
 */
export const guardFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Takes back what `guardFormula` put in front, and nothing else. */
export const unguardFormula = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
