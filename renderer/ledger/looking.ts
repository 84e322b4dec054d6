import { beginLook } from '#shared/domain/imports/recognise.ts';
import type { Known, Look, LookWish } from '#shared/domain/imports/look.ts';
import { createBlockCutter, rowsOfBlock } from '#shared/domain/imports/text-blocks.ts';
import { WORKBOOK_DIALECT } from '#shared/domain/imports/unpack/sheet-text.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { nextTurn } from './serve.ts';
import { readBlocks, readHead } from './source.ts';
import type { Running } from './protocol.ts';
import type { SourceFile } from './types.ts';

/**
 * Looks at a file's beginning and, as long as it leaves open how dates and amounts are written, at more of it. Rejects with a
 * `ReadFailure` if the file cannot be read on, or with the signal's reason.
 */
export async function lookAtFile(
  file: SourceFile,
  wish: LookWish,
  known: Known,
  { signal, report }: Running,
): Promise<Result<Look>> {
  const head = await readHead(file, wish.dialect.sheet ?? '');
  if (!head.ok) return head;
  const { bytes, whole, sheets, sheet } = head.value;
  // The text of a sheet is written by us: only its header and layouts are open.
  const dialect = sheets.length > 0 ? { ...WORKBOOK_DIALECT, ...wish.dialect } : wish.dialect;
  const begun = beginLook(bytes, whole, { ...wish, dialect }, known);
  if (!begun.ok) return begun;
  const looking = begun.value;
  if (looking.open) {
    const { dialect } = looking.structure;
    const cutter = createBlockCutter(dialect);
    let share = 0;
    let rows = 0;
    const onBytes = (read: number): void => void (share = file.size === 0 ? 1 : Math.min(read / file.size, 1));
    for await (const block of readBlocks(file, sheet, cutter, onBytes)) {
      const part = rowsOfBlock(block, dialect);
      looking.add(part);
      rows += part.lines.length;
      report({ rows, share });
      if (!looking.open) break;
      await nextTurn();
      signal.throwIfAborted();
    }
  }
  const look = looking.finish();
  const { recognition } = look;
  return ok({ ...look, sheets, recognition: { ...recognition, dialect: { ...recognition.dialect, sheet } } });
}
