import { settingsFor, type FileFacts } from '#shared/domain/imports/defaults.ts';
import { ownAnswers, type OwnProfile } from '#shared/domain/imports/own-profile.ts';
import type { Recognition, Settings } from '#shared/domain/imports/types.ts';
import type { Status } from '#shared/domain/ledger/fields.ts';
import type { Result } from '#shared/lib/result.ts';
import { database } from './connection.ts';
import { edit } from './journal.ts';
import { preference, profileSettings } from './preferences.ts';
import type { ProfileSettings } from './records.ts';

/** Profiles of the user's own, by name. For liveQuery. */
export async function allOwnProfiles(): Promise<readonly OwnProfile[]> {
  const profiles = await database().ownProfiles.toArray();
  return profiles.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** One profile, null if there is none of that id. For liveQuery. */
export async function ownProfile(id: string): Promise<OwnProfile | null> {
  return (await database().ownProfiles.get(id)) ?? null;
}

export const newProfileId = (): string => `own:${crypto.randomUUID()}`;

/**
 * Keeps a profile: a new one, or another form of one there is. What had been asked once about it is in the profile now, so that
 * it is not remembered a second time. It can be undone.
 */
export async function keepOwnProfile(profile: OwnProfile): Promise<Result<null>> {
  const { ownProfiles, profileSettings: asked } = database();
  return edit(`Save the format “${profile.name}”`, async () => {
    const before = (await ownProfiles.get(profile.id)) ?? null;
    const answers = await asked.get(profile.id);
    return [
      { table: 'ownProfiles', before, after: profile },
      ...(answers ? [{ table: 'profileSettings', before: answers, after: null } as const] : []),
    ];
  });
}

/** Renames a profile. It can be undone. */
export async function renameOwnProfile(id: string, name: string): Promise<Result<null>> {
  return edit(`Rename to ${name}`, async () => {
    const before = await database().ownProfiles.get(id);
    return before && before.name !== name ? [{ table: 'ownProfiles', before, after: { ...before, name } }] : [];
  });
}

/** Deletes a profile with what is remembered of it; what was imported by it stays. It can be undone. */
export async function deleteOwnProfile(id: string): Promise<Result<null>> {
  const { ownProfiles, profileSettings: asked } = database();
  return edit('Delete a format', async () => {
    const before = await ownProfiles.get(id);
    const answers = await asked.get(id);
    return [
      ...(before ? [{ table: 'ownProfiles', before, after: null } as const] : []),
      ...(answers ? [{ table: 'profileSettings', before: answers, after: null } as const] : []),
    ];
  });
}

/**
 * Gives a status word (lower case) of a profile a meaning; null: the profile's own again. It holds from the next import on and
 * can be undone. `fallback`: what is remembered of a profile of which nothing was yet.
 */
export async function setWordMeaning(
  fallback: ProfileSettings,
  word: string,
  meaning: Status | null,
): Promise<Result<null>> {
  return edit(`Meaning of “${word}”`, async () => {
    const before = (await database().profileSettings.get(fallback.profileId)) ?? null;
    const { [word]: _, ...others } = (before ?? fallback).words;
    const words = meaning === null ? others : { ...others, [word]: meaning };
    return [{ table: 'profileSettings', before, after: { ...(before ?? fallback), words } }];
  });
}

/**
 * Settings for a file: what is remembered of its profile, else what the profile says; the day of a report that names none is that of
 * the file's name, if it has one. Times of a table that no profile knows are taken to be of the program's zone.
 */
export async function rememberedSettings(
  recognition: Pick<Recognition, 'profileId' | 'defaultZone' | 'questions'>,
  file: FileFacts,
): Promise<Settings> {
  const { profileId } = recognition;
  if (profileId === '') return settingsFor(recognition, { zone: (await preference('zone')) ?? '' }, file);
  const known = await profileSettings(profileId);
  const own = known ? null : await ownProfile(profileId);
  return settingsFor(recognition, known ?? (own ? ownAnswers(own) : {}), file);
}

/** All that is remembered of profiles, by their ids. For liveQuery. */
export async function allProfileSettings(): Promise<readonly ProfileSettings[]> {
  return database().profileSettings.toArray();
}
