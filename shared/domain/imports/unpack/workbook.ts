import { zipSync } from 'fflate';
import { readSheet, SheetNotFoundError } from 'read-excel-file/universal';
import { collect, type FileBytes } from './bytes.ts';
import { plainDecimal } from './plain-decimal.ts';
import { UnpackFailure } from './problems.ts';
import { sheetText, type Cell } from './sheet-text.ts';
import { checkSheetSize } from './sheet-size.ts';
import { readDirectory, readEntry, type ZipEntry } from './zip.ts';

/** A workbook's sheets, and one of them as rows. */
export interface Workbook {
  /** Names, in the workbook's order. */
  readonly sheets: readonly string[];
  /** The one that was read. */
  readonly sheet: string;
  /** The sheet as comma-separated text (sheet-text.ts), and how much of it has been given out (0 to 1). */
  text(onShare?: (share: number) => void): Generator<Uint8Array, void, undefined>;
}

/** All parts of a workbook together, unpacked: some four million cells, for which reading needs about a gigabyte of memory. */
const LARGEST_WORKBOOK = 160 * 1024 ** 2;

const INDEX_PARTS = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels)$/;
/** Pictures, charts and the like: nothing that cells are made of. */
const OTHER_PARTS =
  /^(?:docProps|customXml|xl\/(?:media|drawings|charts|theme|pivot[^/]*|externalLinks|printerSettings))\//i;

/** Parts without cells. */
const SHARED_PARTS = /(?:sharedStrings|styles|workbook)\.xml$|\.rels$/i;

/** What the library takes is an archive: one in which nothing is packed, so that it need not unpack, which it would do in workers. */
const repacked = (parts: Readonly<Record<string, Uint8Array>>): ArrayBuffer => zipSync(parts, { level: 0 }).buffer;

/**
 * Opens an Excel workbook (Office Open XML) and reads the sheet of that name; without one, the first with a table in it.
 * Numbers come as decimals, dates as ISO days and times. Ends with an `UnpackFailure`: `not-a-workbook`, `encrypted`,
 * `too-large-inside`, `damaged-archive`.
 *
 * The parts are unpacked here, so that no more comes out than is allowed; the library reads what is inside them.
 */
export async function openWorkbook(file: FileBytes, wanted: string): Promise<Workbook> {
  const entries = (await readDirectory(file)).filter(
    ({ name }) => /\.(?:xml|rels)$/.test(name) && !OTHER_PARTS.test(name),
  );
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) throw new UnpackFailure('not-a-workbook');
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > LARGEST_WORKBOOK) throw new UnpackFailure('too-large-inside');
  const index = await unpackParts(
    file,
    entries.filter(({ name }) => INDEX_PARTS.test(name)),
  );
  const sheets = await sheetNames(repacked(index));
  const parts = await unpackParts(file, entries);
  for (const name of Object.keys(parts)) {
    if (!SHARED_PARTS.test(name)) checkSheetSize(parts[name] as Uint8Array);
  }
  const archive = repacked(parts);
  const read = async (sheet: string): Promise<readonly (readonly Cell[])[]> => {
    try {
      return (await readSheet<string>(archive, sheet, {
        trim: false,
        parseNumber: plainDecimal,
      })) as unknown as Cell[][];
    } catch {
      // Whatever stops the library, the file is not as the standard says.
      throw new UnpackFailure('not-a-workbook');
    }
  };
  const candidates = sheets.includes(wanted) ? [wanted] : sheets;
  let sheet = candidates[0] ?? '';
  let rows = await read(sheet);
  for (const other of candidates.slice(1)) {
    if (hasTable(rows)) break;
    const others = await read(other);
    if (hasTable(others)) [sheet, rows] = [other, others];
  }
  return { sheets, sheet, text: (onShare) => sheetText(rows, onShare) };
}

/** Two rows of two cells: a title page has none of that. */
const hasTable = (rows: readonly (readonly Cell[])[]): boolean => {
  let wide = 0;
  return rows.some((row) => row.filter((cell) => cell !== null).length > 1 && ++wide > 1);
};

async function unpackParts(file: FileBytes, entries: readonly ZipEntry[]): Promise<Record<string, Uint8Array>> {
  const parts: Record<string, Uint8Array> = Object.create(null) as Record<string, Uint8Array>;
  for (const entry of entries) parts[entry.name] = await collect(readEntry(file, entry, LARGEST_WORKBOOK));
  return parts;
}

/** The library tells the names of all sheets when it is asked for one that is not there, before it reads any. */
async function sheetNames(index: ArrayBuffer): Promise<readonly string[]> {
  try {
    await readSheet(index, Infinity);
  } catch (error) {
    const names = error instanceof SheetNotFoundError ? (error as { readonly sheets?: unknown }).sheets : undefined;
    if (Array.isArray(names) && names.length > 0) return names.map(String);
  }
  throw new UnpackFailure('not-a-workbook');
}
