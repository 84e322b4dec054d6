import { CopyCheck } from 'lucide-react';
import { showAffiliate } from '#renderer/session/navigation.ts';
import type { TableColumn, TableSort } from '#renderer/ui/data-table-parts.ts';
import { largestAudience } from '#shared/domain/affiliates/tiers.ts';
import { KIND_WORDS } from '#shared/domain/affiliates/words.ts';
import type { Application } from '#shared/domain/pipeline/applications.ts';
import { daysSince } from '#shared/domain/pipeline/board.ts';
import type { Duplicate } from '#shared/domain/pipeline/duplicates.ts';
import { NOTHING, type Format } from '#shared/lib/format.ts';
import { momentOfInstant } from '#shared/lib/moment.ts';
import { daysWords } from './BoardCard.tsx';

export interface ApplicationRow extends Application {
  readonly duplicates: readonly Duplicate[];
}

const siteOf = ({ affiliate }: ApplicationRow): string => affiliate.sites[0] ?? affiliate.social[0]?.address ?? '';

const accountOf = ({ accounts }: ApplicationRow): string =>
  accounts.map(({ network, status }) => (status === '' ? network : `${network} · ${status}`)).join(', ');

const kindOf = ({ affiliate }: ApplicationRow): string => (affiliate.kind === '' ? '' : KIND_WORDS[affiliate.kind]);

/** What the list of applications shows. `now`: epoch ms. */
export function applicationColumns(format: Format, now: number): readonly TableColumn<ApplicationRow>[] {
  const days = ({ since }: ApplicationRow): string => daysWords(daysSince(since, now, format.zone), format);
  const audience = ({ affiliate }: ApplicationRow): string => {
    const known = largestAudience(affiliate);
    return known === null ? NOTHING : format.count(known);
  };
  const text = (id: string, header: string, width: number, of: (row: ApplicationRow) => string) => ({
    ...{ id, header, width, sort: 'asc' as const },
    cell: (row: ApplicationRow) => of(row) || NOTHING,
    text: of,
  });
  return [
    {
      id: 'name',
      header: 'Affiliate',
      width: 180,
      grow: 300,
      sort: 'asc',
      cell: (row) => (
        <span className="application-name">
          <button type="button" className="link" tabIndex={-1} onClick={() => showAffiliate(row.affiliate.id)}>
            {row.affiliate.name}
          </button>
          {row.duplicates.length > 0 && (
            <span className="application-twin" title="You may have them already">
              <CopyCheck size={12} aria-hidden="true" />
              <span className="hidden-but-read">You may have them already</span>
            </span>
          )}
        </span>
      ),
      text: ({ affiliate }) => affiliate.name,
    },
    {
      id: 'waits',
      header: 'Waits',
      width: 80,
      align: 'end',
      sort: 'desc',
      cell: (row) => <span title={`Since ${format.momentLong(momentOfInstant(row.since))}`}>{days(row)}</span>,
      text: days,
    },
    { ...text('site', 'Site or channel', 180, siteOf), grow: 320 },
    text('account', 'Account', 160, accountOf),
    { id: 'audience', header: 'Audience', width: 92, align: 'end', sort: 'desc', cell: audience, text: audience },
    text('country', 'Country', 92, ({ affiliate }) => affiliate.country),
    text('kind', 'Kind', 92, kindOf),
  ];
}

/** In the order of a column; who waits longest first where it does not tell. */
export function sortApplications(
  rows: readonly ApplicationRow[],
  { by, direction }: TableSort,
): readonly ApplicationRow[] {
  const value: Readonly<Record<string, (row: ApplicationRow) => string | number>> = {
    name: ({ affiliate }) => affiliate.name.toLowerCase(),
    site: siteOf,
    audience: ({ affiliate }) => largestAudience(affiliate) ?? -1,
    country: ({ affiliate }) => affiliate.country.toLowerCase(),
    kind: kindOf,
    account: accountOf,
    waits: ({ since }) => -since,
  };
  const of = value[by] ?? value['name'];
  const turn = direction === 'desc' ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [of?.(a) ?? '', of?.(b) ?? ''];
    return (left < right ? -1 : left > right ? 1 : 0) * turn || a.since - b.since;
  });
}
