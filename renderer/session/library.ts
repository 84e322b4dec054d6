import { desk } from '#renderer/platform/desk.ts';
import type { StoredFile } from '#shared/domain/affiliates/activity.ts';
import { isRefused, type Intake, type IntakeEntry } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/lib/result.ts';
import { offer, say } from './toasts.ts';

/** Where the page finds a kept file. */
export const libraryUrl = (fileId: string): string => `/library/${encodeURIComponent(fileId)}`;

/** Whether a kept file can be shown as a picture. */
export const isPicture = ({ type }: StoredFile): boolean => type.startsWith('image/');

/** Lets her choose files of any kind; what cannot be taken is said. */
export async function chooseToKeep(): Promise<readonly Intake[]> {
  return sound(await desk().library.choose());
}

/** Dropped files of any kind; what cannot be taken is said. */
export async function takeToKeep(files: readonly File[]): Promise<readonly Intake[]> {
  return sound(await desk().files.take(files, 'library'));
}

/** Copies each into the program's own folder; what could not be copied is said, and the rest is kept. */
export async function keepFiles(intakes: readonly Intake[]): Promise<readonly StoredFile[]> {
  const kept: StoredFile[] = [];
  for (const { id } of intakes) {
    const added = await desk().library.add(id);
    if (added.ok) kept.push(added.value);
    else say(added.error.message);
    void desk().files.release(id);
  }
  return kept;
}

/** Lets her choose a folder and writes copies there. */
export async function saveCopies(files: readonly Pick<StoredFile, 'fileId' | 'name'>[]): Promise<void> {
  const saved = await desk().library.saveCopies(files.map(({ fileId, name }) => ({ fileId, name })));
  if (!saved.ok) return say(saved.error.message);
  if (saved.value.kind === 'cancelled') return;
  const { names, folder, copiesId } = saved.value;
  const what = names.length === 1 ? `“${names[0] ?? ''}”` : `${names.length} files`;
  offer(`Saved ${what} in ${folder}`, { label: 'Show', run: () => void showCopies(copiesId) });
}

async function showCopies(copiesId: string): Promise<void> {
  const shown = await desk().library.show(copiesId);
  if (!shown.ok) say(shown.error.message);
}

function sound(taken: Result<readonly IntakeEntry[]>): readonly Intake[] {
  if (!taken.ok) {
    say(taken.error.message);
    return [];
  }
  for (const entry of taken.value) if (isRefused(entry)) say(entry.refused);
  return taken.value.filter((entry): entry is Intake => !isRefused(entry));
}
