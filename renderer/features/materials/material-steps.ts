import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import {
  addMaterials,
  addVersion,
  deleteMaterial,
  editMaterial,
  giveMaterial,
  takeBack,
  type MaterialWish,
} from '#renderer/db/materials.ts';
import { intakeText } from '#renderer/platform/intake-text.ts';
import { desk } from '#renderer/platform/desk.ts';
import { keepFiles } from '#renderer/session/library.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { say } from '#renderer/session/toasts.ts';
import { didStep } from '#renderer/session/undo.ts';
import type { StoredFile } from '#shared/domain/affiliates/activity.ts';
import type { Given, Material, MaterialKind, MaterialVersion } from '#shared/domain/materials/material.ts';
import { currentOf, kindOfFile, nameOfFile } from '#shared/domain/materials/standing.ts';
import type { Intake } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/lib/result.ts';
import { countWords } from './material-words.ts';

const newVersion = (known: Partial<MaterialVersion>): MaterialVersion => ({
  ...{ id: crypto.randomUUID(), file: null, text: '', from: '', until: '', addedAt: Date.now() },
  ...known,
});

const newMaterial = (name: string, kind: MaterialKind, version: MaterialVersion): Material => ({
  ...{ id: crypto.randomUUID(), name, kind, tags: [], note: '', versions: [version], sample: false },
});

/** A text of this length is kept as text, where it can be changed and copied; longer ones stay files. */
const LONGEST_TEXT = 20_000;

/** What a file brings into a version: the words of a short text, else the file itself. null where it could not be kept. */
async function contentOf(intake: Intake): Promise<{ readonly file: StoredFile | null; readonly text: string } | null> {
  if (/\.(txt|md)$/i.test(intake.name) && intake.size <= LONGEST_TEXT) {
    const text = await intakeText(intake);
    if (text !== null && !text.includes('\uFFFD')) {
      void desk().files.release(intake.id);
      return { file: null, text: text.trim() };
    }
  }
  const [file] = await keepFiles([intake]);
  return file ? { file, text: '' } : null;
}

/** Adds a material of each file. Answers the id of the first; null if none came to be. */
export async function addFromFiles(intakes: readonly Intake[]): Promise<string | null> {
  const made: Material[] = [];
  for (const intake of intakes) {
    const content = await contentOf(intake);
    if (!content) continue;
    const kind = content.file ? kindOfFile(content.file) : 'copy';
    made.push(newMaterial(nameOfFile(intake.name), kind, newVersion(content)));
  }
  const [first] = made;
  if (!first) return null;
  const label = made.length === 1 ? `Added “${first.name}”` : `Added ${made.length} materials`;
  return told(label, await addMaterials(made)) ? first.id : null;
}

/** Adds a material of words or an address. Answers its id; null if it did not come to be. */
export async function addText(name: string, kind: MaterialKind, text: string): Promise<string | null> {
  const material = newMaterial(name, kind, newVersion({ text }));
  return told(`Added “${name}”`, await addMaterials([material])) ? material.id : null;
}

/** Adds a version of a file; the days of the one before are its own, not this one's. */
export async function addFileVersion(material: Material, intake: Intake): Promise<void> {
  const content = await contentOf(intake);
  if (!content) return;
  const version = newVersion({ ...content, text: content.text || currentOf(material).text });
  told(`New version of “${material.name}”`, await addVersion(material.id, version));
}

/** Adds a version with the words of the one before, to be changed. */
export async function addTextVersion(material: Material): Promise<void> {
  const version = newVersion({ text: currentOf(material).text });
  told(`New version of “${material.name}”`, await addVersion(material.id, version));
}

/** Changes what a material says; `what` names it: "Note", "Last day". */
export async function change(material: Material, what: string, wish: MaterialWish): Promise<void> {
  told(`${what} of “${wish.name ?? material.name}” changed`, await editMaterial(material.id, wish));
}

export async function remove(material: Material): Promise<void> {
  told(`Deleted “${material.name}”`, await deleteMaterial(material.id));
}

/** Notes that they have the current version. True if that is so now. */
export async function give(material: Material, affiliateIds: readonly string[]): Promise<boolean> {
  const given = await giveMaterial(material.id, affiliateIds, Date.now(), usePreferences.getState().zone);
  if (!given.ok) say(given.error.message);
  else if (given.value === 0) say(`“${material.name}” was with them already`);
  else step(`Handed out “${material.name}” to ${countWords(given.value, 'affiliate')}`);
  return given.ok;
}

export async function take({ id }: Given, material: Material): Promise<void> {
  told(`Took back “${material.name}”`, await takeBack(id, Date.now()));
}

const step = (label: string): void => didStep({ label, undo: undoEdit, redo: redoEdit });

/** Offers to take back what changed something; says what went wrong. */
function told(label: string, result: Result<unknown>): boolean {
  if (!result.ok) say(result.error.message);
  else if (result.value !== false) step(label);
  return result.ok;
}
