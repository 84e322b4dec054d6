import { showAffiliate } from '#renderer/session/navigation.ts';
import type { TableColumn, TableSort } from '#renderer/ui/data-table-parts.ts';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { daysSince } from '#shared/domain/pipeline/board.ts';
import type { Stuck } from '#shared/domain/pipeline/progress.ts';
import type { Format } from '#shared/lib/format.ts';
import { daysWords } from './BoardCard.tsx';

export interface StuckRow extends Stuck {
  readonly affiliate: Affiliate;
}

const doneWords = ({ done, progress }: StuckRow): string => `${done} of ${progress.items.length}`;

/** What the list of who is stuck shows. `now`: epoch ms. */
export function stuckColumns(format: Format, now: number): readonly TableColumn<StuckRow>[] {
  const still = ({ movedAt }: StuckRow): string => daysWords(daysSince(movedAt, now, format.zone), format);
  return [
    {
      id: 'name',
      header: 'Affiliate',
      width: 180,
      grow: 320,
      sort: 'asc',
      cell: ({ affiliate }) => (
        <button type="button" className="link" tabIndex={-1} onClick={() => showAffiliate(affiliate.id)}>
          {affiliate.name}
        </button>
      ),
      text: ({ affiliate }) => affiliate.name,
    },
    {
      id: 'checklist',
      header: 'Checklist',
      width: 160,
      sort: 'asc',
      cell: ({ progress }) => progress.name,
      text: ({ progress }) => progress.name,
    },
    { id: 'done', header: 'Done', width: 88, align: 'end', sort: 'asc', cell: doneWords, text: doneWords },
    {
      id: 'waits',
      header: 'Waits for',
      width: 220,
      grow: 400,
      sort: 'asc',
      cell: ({ waits }) => waits.text,
      text: ({ waits }) => waits.text,
    },
    { id: 'still', header: 'Last tick', width: 96, align: 'end', sort: 'desc', cell: still, text: still },
  ];
}

/** In the order of a column; who has stood still longest first where it does not tell. */
export function sortStuck(rows: readonly StuckRow[], { by, direction }: TableSort): readonly StuckRow[] {
  const value: Readonly<Record<string, (row: StuckRow) => string | number>> = {
    name: ({ affiliate }) => affiliate.name.toLowerCase(),
    checklist: ({ progress }) => progress.name.toLowerCase(),
    done: ({ done, progress }) => done / progress.items.length,
    waits: ({ waits }) => waits.text.toLowerCase(),
    still: ({ movedAt }) => -movedAt,
  };
  const of = value[by];
  const turn = direction === 'desc' ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [of?.(a) ?? '', of?.(b) ?? ''];
    return (left < right ? -1 : left > right ? 1 : 0) * turn || a.movedAt - b.movedAt;
  });
}
