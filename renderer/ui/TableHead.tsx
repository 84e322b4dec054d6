import { savedSorts, type SavedView } from '#shared/lib/table-look.ts';
import type { TableSort } from './data-table-parts.ts';
import { ColumnsMenu, ExportButton, ViewsMenu, type Column, type ColumnsProps } from './TableTools.tsx';
import { TextFilter } from './TextFilter.tsx';

/** What such a table shows: the words it is filtered by, and its order. A saved view keeps both. */
interface Shows {
  readonly text: string;
  readonly sort: readonly TableSort[];
}

interface Kept<C extends Column> extends ColumnsProps<C> {
  readonly views: readonly SavedView[];
  readonly saveView: (name: string, shows: SavedView['shows']) => void;
  readonly removeView: (view: SavedView) => void;
  readonly takeLook: (view: SavedView) => void;
}

interface Props<C extends Column> {
  /** What it is of: "affiliates". */
  readonly of: string;
  /** What the filter looks at: "name or partner id". */
  readonly by: string;
  readonly shows: Shows;
  readonly onText: (text: string) => void;
  readonly onSort: (sort: readonly TableSort[]) => void;
  /** How many rows there are, in words. */
  readonly count: string;
  readonly kept: Kept<C>;
  readonly empty: boolean;
  readonly onExport: () => void;
}

/** Above a table that is filtered by text: the filter, how many rows, views, columns, export. */
export function TableHead<C extends Column>(props: Props<C>) {
  const { of, by, shows, onText, onSort, count, kept, empty, onExport } = props;
  return (
    <div className="filters" role="search" aria-label={`Filter ${of}`}>
      <TextFilter
        label={`Filter by ${by}`}
        placeholder={by.charAt(0).toUpperCase() + by.slice(1)}
        text={shows.text}
        onText={onText}
      />
      <span className="faint small">{count}</span>
      <span className="filters-end">
        <ViewsMenu
          views={kept.views}
          onShow={(view) => {
            kept.takeLook(view);
            onText((view.shows as Partial<Shows>).text ?? '');
            const sorts = savedSorts(view.shows);
            onSort(sorts.length > 0 ? sorts : shows.sort);
          }}
          onSave={(name) => kept.saveView(name, { ...shows })}
          onRemove={kept.removeView}
        />
        <ColumnsMenu {...kept} />
        <ExportButton disabled={empty} onExport={onExport} />
      </span>
    </div>
  );
}
