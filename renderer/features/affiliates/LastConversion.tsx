import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { useLoaded } from '#renderer/session/use-loaded.ts';
import type { PartnerKey } from '#shared/domain/ledger/query.ts';
import { CONVERSION_STATUSES } from '#shared/domain/metrics/figures.ts';
import type { Day } from '#shared/lib/day.ts';
import { NOTHING, type Format } from '#shared/lib/format.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly partners: readonly PartnerKey[];
  readonly format: Format;
  readonly today: Day;
}

/** When the last conversion was, ever: asked for row by row, so only for who is on the screen. */
export function LastConversion({ ledger, partners, format, today }: Props) {
  const version = useLedgerVersion((state) => state.version);
  const { value } = useLoaded(JSON.stringify([partners, version]), async (signal) => {
    if (partners.length === 0) return Number.NaN;
    const { rows } = await ledger.list(
      {
        period: null,
        basis: 'eventTime',
        filter: { partners, statuses: CONVERSION_STATUSES },
        sort: [{ by: 'eventTime', direction: 'desc' }],
        window: { offset: 0, limit: 1 },
      },
      signal,
    );
    return rows[0]?.transaction.eventTime ?? Number.NaN;
  });
  if (value === null) return null;
  return Number.isNaN(value) ? (
    <span className="faint">{NOTHING}</span>
  ) : (
    <span title={format.momentFull(value)}>{format.momentDay(value, today)}</span>
  );
}
