import type {
  Group,
  GroupQuery,
  Listed,
  ListedTransaction,
  ListQuery,
  PartnerKey,
} from '#shared/domain/ledger/query.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { CONVERSION_STATUSES } from '#shared/domain/metrics/figures.ts';
import { addDays, dayFromNumber, type Day } from '#shared/lib/day.ts';
import { momentDay } from '#shared/lib/moment.ts';
import { zoneClock } from '#shared/lib/zone.ts';

/** The part of the ledger that is asked here. */
export interface ConversionSource {
  groups(query: GroupQuery, signal?: AbortSignal): Promise<Listed<Group>>;
  list(query: ListQuery, signal?: AbortSignal): Promise<Listed<ListedTransaction>>;
}

const FIRST_SPAN = 30;
/** Days: further back than any network's export goes. */
const LAST_SPAN = 8_000;

/**
 * The day of each affiliate's last conversion; who is not in it never had one. Looks back from the newest conversion in spans of
 * twice the days each time, and in each only for those not found yet: most are found in the first, so that few days are ever added
 * up for many partners.
 */
export async function lastConversions(
  ledger: ConversionSource,
  directory: Directory,
  zone: string,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Day>> {
  const found = new Map<string, Day>();
  const filter = { statuses: CONVERSION_STATUSES };
  const newest = await ledger.list(
    {
      period: null,
      basis: 'eventTime',
      filter,
      sort: [{ by: 'eventTime', direction: 'desc' }],
      window: { offset: 0, limit: 1 },
    },
    signal,
  );
  const at = newest.rows[0]?.transaction.eventTime ?? Number.NaN;
  if (Number.isNaN(at)) return found;

  const isMissing = (partner: PartnerKey): boolean => {
    const affiliate = directory.ofPartner(partner);
    return affiliate !== undefined && !found.has(affiliate.id);
  };
  let to = addDays(dayFromNumber(momentDay(at, zoneClock(zone))), 1);
  let missing = directory.affiliates.flatMap(({ id }) => directory.partnersOf(id));
  for (let span = FIRST_SPAN; span < LAST_SPAN && missing.length > 0; span *= 2) {
    const from = addDays(to, -span);
    const { rows } = await ledger.groups(
      {
        period: { from, to },
        basis: 'eventTime',
        filter: { ...filter, partners: missing },
        groupBy: ['partner', 'day'],
        measures: ['transactions'],
        sort: [],
        window: { offset: 0, limit: 1_000_000 },
      },
      signal,
    );
    for (const { partner, day, measures } of rows) {
      // A day with corrections alone has none.
      if (measures.transactions === 0n) continue;
      const id = partner && directory.ofPartner(partner)?.id;
      if (id && day && day > (found.get(id) ?? '')) found.set(id, day as Day);
    }
    missing = missing.filter(isMissing);
    to = from;
  }
  return found;
}
