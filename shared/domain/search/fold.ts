/** Letters that are none with a mark above or below, and what people type for them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** Text to look in and to look for: in lower case, without accents, in one line. "Café Łódź" is "cafe lodz". */
export function foldWords(text: string): string {
  const lower = text.toLowerCase();
  // Nearly all text is plain, and taking it apart costs ten times as much.
  if (/^[ -~]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replaceAll(/\s+/g, ' ');
}
