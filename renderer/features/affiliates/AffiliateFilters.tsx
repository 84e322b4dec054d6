import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { openDoor } from '#renderer/session/doors.ts';
import { goTo } from '#renderer/session/navigation.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import type { KeptTable } from '#renderer/session/use-table.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { TableColumn } from '#renderer/ui/data-table-parts.ts';
import { FilterMenu } from '#renderer/ui/FilterMenu.tsx';
import { Chip } from '#renderer/ui/Parts.tsx';
import { ColumnsMenu, ExportButton, ViewsMenu } from '#renderer/ui/TableTools.tsx';
import { TextFilter } from '#renderer/ui/TextFilter.tsx';
import {
  choicesOf,
  conditionsAsked,
  NO_FILTER,
  type AffiliateFilter,
  type AffiliateRow,
  type Condition,
} from '#shared/domain/search/affiliate-list.ts';
import { savedSorts, type SavedView } from '#shared/lib/table-look.ts';
import { askFor, setFilter, setSorts, useAffiliateList } from './list-state.ts';

interface Props {
  readonly rows: readonly AffiliateRow[];
  readonly conditions: readonly Condition[];
  /** How many rows there are, in words. */
  readonly count: string;
  readonly kept: KeptTable<TableColumn<AffiliateRow>>;
  readonly empty: boolean;
  readonly onExport: () => void;
}

/** Above the list: what it is filtered by, how many there are, views, columns, export. */
export function AffiliateFilters({ rows, conditions, count, kept, empty, onExport }: Props) {
  const filter = useAffiliateList((state) => state.filter);
  const sorts = useAffiliateList((state) => state.sorts);
  const format = useFormat();
  const [open, setOpen] = useState<string | null>(null);
  const asked = conditionsAsked(filter, conditions);
  return (
    <div className="filters" role="search" aria-label="Filter affiliates">
      <TextFilter
        label="Filter by name, id, site, e-mail or code"
        placeholder="Name, id, site, e-mail, code"
        text={filter.text}
        onText={(text) => setFilter({ ...filter, text })}
      />
      <FilterMenu
        conditions={conditions}
        asked={filter.is}
        choicesOf={(id) => {
          const condition = conditions.find((each) => each.id === id);
          const choices = condition ? choicesOf(condition, rows, filter.is[id] ?? [], format.locale) : [];
          return choices.map((choice) => ({ ...choice, count: format.count(choice.count) }));
        }}
        onChange={askFor}
        open={open}
        onOpen={setOpen}
      />
      {asked.map((condition) => (
        <Chip
          key={condition.id}
          text={chipWords(condition, filter.is[condition.id] ?? [])}
          onChange={() => setOpen(condition.id)}
          onRemove={() => askFor(condition.id, [])}
        />
      ))}
      {asked.length > 1 && (
        <Button kind="quiet" size="small" onClick={() => setFilter({ ...filter, is: {} })}>
          Clear
        </Button>
      )}
      <span className="faint small">{count}</span>
      <span className="filters-end">
        <Button size="small" onClick={() => goTo({ screen: 'segments', segmentId: filter.is['segment']?.[0] ?? null })}>
          Segments
        </Button>
        <ViewsMenu
          views={kept.views}
          onShow={(view) => {
            kept.takeLook(view);
            setFilter(savedFilter(view.shows));
            const saved = savedSorts(view.shows);
            if (saved.length > 0) setSorts(saved);
          }}
          onSave={(name) => kept.saveView(name, { text: filter.text, is: filter.is, sort: sorts })}
          onRemove={kept.removeView}
        />
        <ColumnsMenu {...kept} />
        <ExportButton disabled={empty} onExport={onExport} />
        <Button
          size="small"
          icon={<UserPlus size={14} aria-hidden="true" />}
          onClick={() => openDoor({ kind: 'new-affiliate', name: '' })}
        >
          New affiliate
        </Button>
      </span>
    </div>
  );
}

const NAMED = 2;

/** "Stage: In talks, Applied", "Tag: 5 of them". */
function chipWords({ label, wordOf }: Condition, values: readonly string[]): string {
  return `${label}: ${values.length > NAMED ? `${values.length} chosen` : values.map(wordOf).join(', ')}`;
}

/** Views of before there were conditions have a text alone. */
function savedFilter(shows: SavedView['shows']): AffiliateFilter {
  const { text, is } = shows as Partial<AffiliateFilter>;
  return { text: text ?? '', is: is ?? NO_FILTER.is };
}
