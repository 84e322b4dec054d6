import { ok, type Result } from '#shared/lib/result.ts';
import { database } from './connection.ts';
import { storageProblem } from './problems.ts';
import type { PreferenceRecord, Preferences, ProfileSettings } from './records.ts';

/** A preference, null as long as nobody has chosen. For liveQuery. */
export async function preference<K extends keyof Preferences>(key: K): Promise<Preferences[K] | null> {
  const record = await database().preferences.get(key);
  return record ? (record.value as Preferences[K]) : null;
}

/** Remembers a preference. */
export async function setPreference<K extends keyof Preferences>(key: K, value: Preferences[K]): Promise<Result<null>> {
  return written(() => database().preferences.put({ key, value } as PreferenceRecord));
}

/** What was asked once about a source profile, null if nothing was yet. For liveQuery. */
export async function profileSettings(profileId: string): Promise<ProfileSettings | null> {
  return (await database().profileSettings.get(profileId)) ?? null;
}

/** Remembers the answers for a source profile. */
export async function setProfileSettings(settings: ProfileSettings): Promise<Result<null>> {
  return written(() => database().profileSettings.put(settings));
}

async function written(write: () => PromiseLike<unknown>): Promise<Result<null>> {
  try {
    await write();
    return ok(null);
  } catch (error) {
    return storageProblem(error);
  }
}
