const LONGEST_BYTES = 255;
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/**
 * A file name that every system takes, made of a suggested one: no path, no control or reserved characters, no Windows
 * device name, no dots or spaces at its end, at most 255 bytes with its extension kept. Sources: Microsoft, "Naming Files,
 * Paths, and Namespaces"; NAME_MAX of Linux and macOS.
 * @param extension with its dot, or '' for none; put at the end if it is not there.
 */
export function safeFileName(suggested: string, extension: string): string {
  let stem = suggested
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]/g, '-')
    .replace(/\p{Surrogate}/gu, '-');
  if (extension !== '' && stem.toLowerCase().endsWith(extension)) stem = stem.slice(0, -extension.length);
  stem = trimEnds(stem);
  if (RESERVED.test(stem)) stem = `_${stem}`;
  while (Buffer.byteLength(stem + extension) > LONGEST_BYTES) stem = [...stem].slice(0, -1).join('');
  stem = trimEnds(stem);
  return `${stem === '' ? 'Untitled' : stem}${extension}`;
}

const trimEnds = (stem: string): string => stem.replace(/^[\s.]+|[\s.]+$/g, '');
