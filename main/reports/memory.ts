import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createJsonStore } from '#main/files/json-store.ts';

/** What main keeps of reports on this machine: where the folders are, and what it wrote there. Paths never reach the page. */
interface Kept {
  readonly folders: Readonly<Record<string, string>>;
  /** SHA-256 by path. */
  readonly written: Readonly<Record<string, string>>;
}

export interface ReportMemory {
  folder(id: string): string | null;
  /** The id of a folder she chose; the same folder keeps its id. */
  remember(path: string): Promise<string>;
  /** True for a file that a report wrote. */
  wrote(path: string): boolean;
  /** True if nothing is at the path, or a file that a report wrote and nobody has changed since. */
  mayWrite(path: string): Promise<boolean>;
  written(path: string, data: string | Uint8Array): Promise<void>;
}

const hash = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** A damaged file means that folders have to be chosen again and that no file is replaced. */
export async function openReportMemory(path: string): Promise<ReportMemory> {
  const store = createJsonStore<Kept>(path, readKept);
  const stored = await store.read();
  let kept: Kept = stored.kind === 'value' ? stored.value : { folders: {}, written: {} };
  const become = (next: Kept): Promise<void> => {
    kept = next;
    return store.write(next);
  };
  return {
    folder: (id) => (Object.hasOwn(kept.folders, id) ? (kept.folders[id] ?? null) : null),
    async remember(folder) {
      const known = Object.entries(kept.folders).find(([, each]) => each === folder);
      if (known) return known[0];
      const id = randomUUID();
      await become({ ...kept, folders: { ...kept.folders, [id]: folder } });
      return id;
    },
    wrote: (file) => Object.hasOwn(kept.written, file),
    async mayWrite(file) {
      try {
        return hash(await readFile(file)) === kept.written[file];
      } catch (error) {
        return (error as NodeJS.ErrnoException).code === 'ENOENT';
      }
    },
    written: (file, data) => become({ ...kept, written: { ...kept.written, [file]: hash(data) } }),
  };
}

function readKept(json: unknown): Kept | null {
  if (typeof json !== 'object' || json === null) return null;
  const { folders, written } = json as Readonly<Record<string, unknown>>;
  return isTexts(folders) && isTexts(written) ? { folders, written } : null;
}

const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string');
