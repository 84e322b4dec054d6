import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import {
  allOwnProfiles,
  deleteOwnProfile,
  keepOwnProfile,
  newProfileId,
  ownProfile,
  rememberedSettings,
  renameOwnProfile,
  setWordMeaning,
} from '#renderer/db/profiles.ts';
import { desk } from '#renderer/platform/desk.ts';
import { intakeText } from '#renderer/platform/intake-text.ts';
import { say } from '#renderer/session/toasts.ts';
import { didStep } from '#renderer/session/undo.ts';
import { ownProfileOf } from '#shared/domain/imports/matching.ts';
import type { OwnProfile } from '#shared/domain/imports/own-profile.ts';
import { PROFILE_FILE_ENDING, profileFromFile, profileToFile } from '#shared/domain/imports/profile-file.ts';
import type { Recognition, Settings } from '#shared/domain/imports/types.ts';
import type { Status } from '#shared/domain/ledger/fields.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';

/** Keeps a mapping as a profile of hers: the one by which the file was read if that was hers already, else a new one. */
export async function keepFormat(
  recognition: Recognition,
  settings: Settings,
  name: string,
): Promise<Result<OwnProfile>> {
  const before = await ownProfile(recognition.profileId);
  const made = { id: before?.id ?? newProfileId(), name, createdAt: before?.createdAt ?? Date.now() };
  return kept(ownProfileOf(recognition, settings, made), `Saved the format “${name}”`);
}

/** Takes a profile from the file that it was shared as. */
export async function takeFormat(file: { readonly id: string; readonly name: string; readonly size: number }) {
  const text = await intakeText(file);
  if (text === null) return fail('file-gone', `“${file.name}” could not be read. Ask for it to be sent again.`);
  const read = profileFromFile(text, newProfileId(), Date.now());
  if (!read.ok) return read;
  const names = new Set((await allOwnProfiles()).map(({ name }) => name));
  const profile = { ...read.value, name: freeName(read.value.name, names) };
  return kept(profile, `Added the format “${profile.name}”`);
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : `${name} (${number})`;
    if (!taken.has(tried)) return tried;
  }
}

async function kept(profile: OwnProfile, label: string): Promise<Result<OwnProfile>> {
  const done = await keepOwnProfile(profile);
  if (!done.ok) return done;
  didStep({ label, undo: undoEdit, redo: redoEdit });
  return ok(profile);
}

/** Writes a profile to a file of her choice, for someone else's desk. */
export async function exportFormat(profile: OwnProfile): Promise<void> {
  const suggestedName = `${fileName(profile.name)}${PROFILE_FILE_ENDING}`;
  const saved = await desk().files.saveText({ suggestedName, kind: 'profile', text: profileToFile(profile) });
  if (!saved.ok) say(saved.error.message);
  else if (saved.value.kind === 'saved') say(`Saved as ${saved.value.name}`);
}

const fileName = (name: string): string => name.replaceAll(/[^\p{L}\p{N}._ -]+/gu, '-').trim() || 'Format';

export const renameFormat = (profile: OwnProfile, name: string): Promise<void> =>
  told(`Renamed ${profile.name} to ${name}`, renameOwnProfile(profile.id, name));

export const deleteFormat = (profile: OwnProfile): Promise<void> =>
  told(`Deleted the format “${profile.name}”`, deleteOwnProfile(profile.id));

const NO_FILE = { name: '', modified: 0 };

/** Gives a status word of a profile a meaning, from the next import on; null: the one that the profile has itself. */
export async function setMeaning(
  profile: { readonly profileId: string; readonly defaultZone: string },
  word: string,
  meaning: Status | null,
): Promise<void> {
  const { asOf: _asOf, day: _day, ...known } = await rememberedSettings({ ...profile, questions: [] }, NO_FILE);
  const label = meaning === null ? `“${word}” has the format’s own meaning` : `“${word}” means ${meaning}`;
  await told(label, setWordMeaning({ profileId: profile.profileId, ...known }, word, meaning));
}

async function told(label: string, doing: Promise<Result<null>>): Promise<void> {
  const done = await doing;
  if (done.ok) didStep({ label, undo: undoEdit, redo: redoEdit });
  else say(done.error.message);
}
