import { preference, setPreference } from '#renderer/db/preferences.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { usePreferences, type PreferencesState } from '#renderer/session/preferences.ts';
import { say } from '#renderer/session/toasts.ts';

/** What of the preferences is kept; the locale is the system's. */
const KEPT = [
  'zone',
  'period',
  'rows',
  'sidebar',
  'letters',
  'weekStart',
  'morning',
  'notifications',
  'quietHours',
  'currencies',
  'autoImport',
  'reportFolder',
  'tables',
  'views',
  'stages',
  'reasons',
  'customFields',
  'tierBounds',
  'linkPatterns',
  'workingDays',
  'holidays',
  'summaryAt',
  'sender',
  'recentPicks',
] as const;

/** What she chose before. */
export async function readPreferences(): Promise<Partial<PreferencesState>> {
  const chosen = await Promise.all(KEPT.map(async (key) => [key, await preference(key)] as const));
  return Object.fromEntries(chosen.filter(([, value]) => value !== null));
}

/** Writes every choice down as it is made, and tells the ledger of a new zone; answers how to stop. */
export function keepPreferences(ledger: LedgerClient): () => void {
  return usePreferences.subscribe((now, before) => {
    for (const key of KEPT) {
      if (now[key] === before[key]) continue;
      void setPreference(key, now[key]).then((result) => {
        if (!result.ok) say(result.error.message);
      });
    }
    if (now.zone !== before.zone) void ledger.setZone(now.zone);
  });
}
