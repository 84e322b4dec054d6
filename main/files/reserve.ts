import { open } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { safeFileName } from './file-name.ts';

/** The path of the first free name in a folder: "banner.png", "banner (2).png" ...: an empty file of that name is there afterwards, and was not before. */
export async function reserve(folder: string, name: string): Promise<string> {
  // Only what looks like an ending is kept as one.
  const ending = /^\.[\p{L}\p{N}]{1,16}$/u.exec(extname(name))?.[0] ?? '';
  const stem = ending === '' ? name : name.slice(0, -ending.length);
  for (let number = 1; ; number++) {
    const path = join(folder, safeFileName(stem, number === 1 ? ending : ` (${number})${ending}`));
    try {
      await (await open(path, 'wx')).close();
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || number === 1000) throw error;
    }
  }
}
