import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import { addSegment, deleteSegment, editSegment, type SegmentWords } from '#renderer/db/saved-segments.ts';
import { goTo } from '#renderer/session/navigation.ts';
import { say } from '#renderer/session/toasts.ts';
import { didStep } from '#renderer/session/undo.ts';
import type { SavedSegment } from '#shared/domain/segments/segment.ts';

/** Adds a segment and opens it. */
export async function add(words: SegmentWords): Promise<void> {
  const added = await addSegment(words);
  if (!added.ok) return say(added.error.message);
  didStep({ label: `Added the segment “${words.name}”`, undo: undoEdit, redo: redoEdit });
  goTo({ screen: 'segments', segmentId: added.value });
}

/** Changes a segment; `label` says what was done. */
export async function change(
  segment: SavedSegment,
  label: string,
  become: (segment: SavedSegment) => Partial<SegmentWords>,
): Promise<void> {
  const changed = await editSegment(segment.id, become);
  if (!changed.ok) return say(changed.error.message);
  if (changed.value) didStep({ label, undo: undoEdit, redo: redoEdit });
}

export async function remove(segment: SavedSegment): Promise<void> {
  const removed = await deleteSegment(segment.id);
  if (!removed.ok) return say(removed.error.message);
  didStep({ label: `Deleted the segment “${segment.name}”`, undo: undoEdit, redo: redoEdit });
}
