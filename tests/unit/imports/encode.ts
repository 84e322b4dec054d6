import type { Encoding } from '#shared/domain/imports/types.ts';

/** Windows-1252's characters above 0x9F are Latin-1; of the others the tests use these. */
const CP1252: Readonly<Record<string, number>> = { '€': 0x80, '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96, š: 0x9a };

/** Text as bytes of an encoding, with a byte order mark if wanted. Throws for a character that windows-1252 has not. */
export function encode(text: string, encoding: Encoding, bom: boolean): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(bom ? `\uFEFF${text}` : text);
  if (encoding === 'windows-1252') {
    return Uint8Array.from(text, (character) => {
      const code = CP1252[character] ?? character.charCodeAt(0);
      if (code > 0xff || (code >= 0x80 && code < 0xa0 && !(character in CP1252)))
        throw new Error(`not in windows-1252: ${character}`);
      return code;
    });
  }
  const all = bom ? `\uFEFF${text}` : text;
  const view = new DataView(new ArrayBuffer(all.length * 2));
  for (let i = 0; i < all.length; i++) view.setUint16(i * 2, all.charCodeAt(i), encoding === 'utf-16le');
  return new Uint8Array(view.buffer);
}
