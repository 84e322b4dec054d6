import type { ProfileSettings } from '#renderer/db/records.ts';
import type { OwnProfile } from '#shared/domain/imports/own-profile.ts';
import { PROFILES } from '#shared/domain/imports/profiles/index.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { RecordKind } from '#shared/domain/imports/types.ts';
import type { Status } from '#shared/domain/ledger/fields.ts';

/** A format that she has: one of her own, or one of the program's that a file of hers has had. */
export interface KnownFormat {
  readonly id: string;
  readonly name: string;
  readonly network: string;
  readonly kind: RecordKind;
  readonly defaultZone: string;
  /** null: it came with the program. */
  readonly own: OwnProfile | null;
  /** Its own meanings of status words, in lower case. */
  readonly statuses: Readonly<Record<string, Status>>;
  /** Words on which sources disagree: they have no meaning of its own. */
  readonly disputed: readonly string[];
  /** What has been asked about it; null: nothing. */
  readonly remembered: ProfileSettings | null;
  /** Imports by it that stand. */
  readonly used: number;
  /** Epoch ms. */
  readonly lastUsed: number | null;
}

/** Hers first, then the program's, each by name. */
export function knownFormats(
  own: readonly OwnProfile[],
  imports: readonly ImportRecord[],
  remembered: readonly ProfileSettings[],
): readonly KnownFormat[] {
  const uses = Map.groupBy(
    imports.filter(({ undoneAt }) => undoneAt === null),
    ({ profileId }) => profileId,
  );
  const asked = new Map(remembered.map((settings) => [settings.profileId, settings]));
  const shared = (id: string): Pick<KnownFormat, 'remembered' | 'used' | 'lastUsed'> => {
    const records = uses.get(id) ?? [];
    return {
      remembered: asked.get(id) ?? null,
      used: records.length,
      lastUsed: records.reduce<number | null>((last, { appliedAt }) => Math.max(last ?? 0, appliedAt), null),
    };
  };
  const mine = own.map((profile): KnownFormat => {
    const { id, name, network, kind, zone, statuses } = profile;
    return { id, name, network, kind, defaultZone: zone, own: profile, statuses, disputed: [], ...shared(id) };
  });
  const used = PROFILES.filter(({ id }) => uses.has(id) || asked.has(id)).map((profile): KnownFormat => {
    const { id, name, network, kind, defaultZone, statuses, disputed = [] } = profile;
    return { id, name, network, kind, defaultZone, own: null, statuses, disputed, ...shared(id) };
  });
  return [...mine, ...used.sort((a, b) => a.name.localeCompare(b.name))];
}

/** The status words of a format with the meaning in force: hers, else its own; by word. */
export function wordsOf({ statuses, disputed, remembered }: KnownFormat) {
  const own = remembered?.words ?? {};
  const words = new Set([...Object.keys(statuses), ...disputed, ...Object.keys(own)]);
  return [...words]
    .sort((a, b) => a.localeCompare(b))
    .map((word) => ({ word, meaning: own[word] ?? statuses[word] ?? null, changed: own[word] !== undefined }));
}
