import type { LedgerClient } from '#renderer/ledger/types.ts';
import { lastConversions } from '#renderer/session/last-conversions.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useLoaded } from '#renderer/session/use-loaded.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Day } from '#shared/lib/day.ts';

/** The day of each affiliate's last conversion, ever; null while it is looked for. Who is not in it never had one. */
export function useLastConversions(ledger: LedgerClient, directory: Directory): ReadonlyMap<string, Day> | null {
  const version = useLedgerVersion((state) => state.version);
  const zone = usePreferences((state) => state.zone);
  const partners = directory.affiliates.reduce((sum, { id }) => sum + directory.partnersOf(id).length, 0);
  return useLoaded(`${version} ${zone} ${partners}`, (signal) => lastConversions(ledger, directory, zone, signal))
    .value;
}
