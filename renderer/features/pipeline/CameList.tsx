import { useMemo, useState } from 'react';
import { showAffiliate } from '#renderer/session/navigation.ts';
import { ROW_HEIGHTS, usePreferences } from '#renderer/session/preferences.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { TableColumn, TableSort } from '#renderer/ui/data-table-parts.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useTableCursor } from '#renderer/ui/use-table-cursor.ts';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Came } from '#shared/domain/pipeline/conversion.ts';
import { DAY_MS } from '#shared/lib/day.ts';
import { NOTHING, type Format } from '#shared/lib/format.ts';
import { dayOf } from '#shared/lib/zone.ts';
import type { Day } from '#shared/lib/day.ts';

/** A count and who is meant by it. */
export interface Shown {
  readonly label: string;
  readonly came: readonly Came[];
}

interface Row extends Came {
  readonly affiliate: Affiliate;
}

interface Props {
  readonly shown: Shown;
  readonly directory: Directory;
  readonly onClose: () => void;
}

/** Who a count of the conversion is made of. */
export function CameList({ shown, directory, onClose }: Props) {
  const [width, setWidth] = useState(420);
  const [sort, setSort] = useState<TableSort>({ by: 'at', direction: 'desc' });
  const rowHeight = ROW_HEIGHTS[usePreferences((state) => state.rows)];
  const letters = usePreferences((state) => state.letters);
  const format = useFormat();
  const today = useToday();
  const rows = useMemo(() => {
    const known = shown.came.flatMap((each): readonly Row[] => {
      const affiliate = directory.byId(each.affiliateId);
      return affiliate ? [{ ...each, affiliate }] : [];
    });
    const turn = sort.direction === 'desc' ? -1 : 1;
    const order: Readonly<Record<string, (a: Row, b: Row) => number>> = {
      name: (a, b) => a.affiliate.name.localeCompare(b.affiliate.name),
      at: (a, b) => a.at - b.at,
      days: (a, b) => daysOf(a) - daysOf(b),
    };
    return known.sort((a, b) => (order[sort.by]?.(a, b) ?? 0) * turn);
  }, [shown, directory, sort]);
  const list = JSON.stringify([shown.label, sort]);
  const cursor = useTableCursor(list);
  const columns = useMemo(() => columnsOf(format, today), [format, today]);
  const move = (by: 1 | -1): void => cursor.moveTo(Math.max(0, Math.min(rows.length - 1, (cursor.active ?? -1) + by)));
  return (
    <Panel label="Who it is" title={shown.label} width={width} onWidth={setWidth} onClose={onClose} onMove={move}>
      <div className="came-list">
        <DataTable
          label={shown.label}
          list={list}
          columns={columns}
          total={rows.length}
          rowAt={(index) => rows[index]}
          sort={sort}
          onSort={setSort}
          cursor={cursor}
          onOpen={(index) => rows[index] && showAffiliate(rows[index].affiliate.id)}
          rowHeight={rowHeight}
          letters={letters}
        />
      </div>
    </Panel>
  );
}

/** Days until something became of them; those of whom nothing has come last. */
const daysOf = ({ at, becameAt }: Came): number =>
  becameAt === null ? Number.MAX_SAFE_INTEGER : (becameAt - at) / DAY_MS;

const columnsOf = (format: Format, today: Day): readonly TableColumn<Row>[] => [
  {
    id: 'name',
    header: 'Affiliate',
    width: 160,
    grow: 260,
    sort: 'asc',
    cell: ({ affiliate }) => (
      <button type="button" className="link" tabIndex={-1} onClick={() => showAffiliate(affiliate.id)}>
        {affiliate.name}
      </button>
    ),
  },
  {
    id: 'at',
    header: 'Came',
    width: 112,
    align: 'end',
    sort: 'desc',
    cell: ({ at }) => format.day(dayOf(at, format.zone), today),
  },
  {
    id: 'days',
    header: 'Days',
    width: 72,
    align: 'end',
    sort: 'desc',
    cell: (row) => (row.becameAt === null ? NOTHING : format.count(Math.round(daysOf(row) * 10) / 10)),
  },
];
