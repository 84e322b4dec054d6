import { Copy } from 'lucide-react';
import { useState } from 'react';
import { usePreferences } from '#renderer/session/preferences.ts';
import { copyRows, exportRows } from '#renderer/session/table-text.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { ExportButton } from '#renderer/ui/TableTools.tsx';
import type { LinkRow } from '#shared/domain/materials/link-rows.ts';
import { placeholdersOf } from '#shared/domain/materials/links.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';
import { LinkTable } from './LinkTable.tsx';
import { LINK_FILE, missingWords } from './link-columns.tsx';
import { usablePatterns, useLinkWish, wantedPattern } from '#renderer/session/link-wish.ts';
import { Patterns } from './Patterns.tsx';
import { Recipients } from './Recipients.tsx';
import { useLinkRows } from './use-link-rows.ts';
import { useMaterials } from './use-materials.ts';
import './materials.css';
import './links.css';

interface Props {
  readonly directory: Directory;
  readonly segments: Segments;
  /** For whom, to begin with. */
  readonly affiliateIds: readonly string[];
}

/** Makes links of a pattern for affiliates: what is missing stands beside each, and what is made can be copied and exported. */
export function LinkBuilder({ directory, segments, affiliateIds }: Props) {
  const own = usePreferences((state) => state.linkPatterns);
  const wish = useLinkWish();
  const materials = useMaterials() ?? [];
  const format = useFormat();
  const [chosen, setChosen] = useState({ affiliateIds, segmentIds: [] as readonly string[] });
  const [editing, setEditing] = useState(false);
  const patterns = usablePatterns(own);
  const pattern = wantedPattern(patterns, wish.patternId);
  const material = materials.find(({ id }) => id === wish.materialId)?.name ?? '';
  const names = pattern ? [...placeholdersOf(pattern.pattern), ...placeholdersOf(wish.url)] : [];
  const rows = useLinkRows({ pattern, wish, material, chosen, directory, segments });
  const made = rows.filter(({ link }) => link !== null).length;
  return (
    <div className="links">
      <div className="links-form">
        <span className="form-name">Pattern</span>
        <div className="links-pattern">
          <Select
            label="Pattern"
            choices={patterns.map(({ id, name }) => ({ value: id, label: name }))}
            value={pattern?.id ?? ''}
            onChange={(patternId) => useLinkWish.setState({ patternId })}
          />
          <Button size="small" kind="quiet" aria-expanded={editing} onClick={() => setEditing(!editing)}>
            {editing ? 'Close the patterns' : 'Edit patterns'}
          </Button>
          <code className="links-says text-selectable">{pattern?.pattern}</code>
        </div>
        {editing && <Patterns directory={directory} />}
        <label className="form-name" htmlFor="links-url">
          Address
        </label>
        <div>
          <input
            id="links-url"
            className="field links-url"
            placeholder="https://your-shop.example/page"
            maxLength={2000}
            value={wish.url}
            onChange={(event) => useLinkWish.setState({ url: event.target.value })}
          />
          <UrlWords rows={rows} url={wish.url} />
        </div>
        <label className="form-name" htmlFor="links-campaign">
          Campaign
        </label>
        <input
          id="links-campaign"
          className="field links-campaign"
          placeholder="spring-sale"
          maxLength={200}
          value={wish.campaign}
          onChange={(event) => useLinkWish.setState({ campaign: event.target.value })}
        />
        {names.includes('material') && (
          <>
            <span className="form-name">Material</span>
            <ComboBox
              label="Material of the links"
              placeholder="Name of the material"
              none="No material of that name"
              choices={materials.map(({ id, name }) => ({ value: id, label: name }))}
              value={wish.materialId}
              onChange={(materialId) => useLinkWish.setState({ materialId })}
            />
          </>
        )}
        <span className="form-name">For</span>
        <Recipients directory={directory} segments={segments} chosen={chosen} onChange={setChosen} />
      </div>
      <div className="links-sum">
        <span>{sumWords(rows, made, format.count)}</span>
        <span className="filters-end">
          <Button
            size="small"
            icon={<Copy size={14} aria-hidden="true" />}
            disabled={made === 0}
            onClick={() => void copyRows(LINK_FILE, ready(rows))}
          >
            Copy all
          </Button>
          <ExportButton disabled={rows.length === 0} onExport={() => void exportRows(LINK_FILE, rows, 'links.csv')} />
        </span>
      </div>
      {rows.length > 0 && <LinkTable rows={rows} />}
    </div>
  );
}

const ready = (rows: readonly LinkRow[]): readonly LinkRow[] => rows.filter(({ link }) => link !== null);

function sumWords(rows: readonly LinkRow[], made: number, count: (value: number) => string): string {
  if (rows.length === 0) return 'Choose whom the links are for.';
  const links = `${count(made)} ${made === 1 ? 'link' : 'links'}`;
  return made === rows.length ? links : `${links}, ${count(rows.length - made)} not made`;
}

function UrlWords({ rows, url }: { readonly rows: readonly LinkRow[]; readonly url: string }) {
  const [first] = rows;
  if (url.trim() === '' || !first) return null;
  if (first.problem) return <p className="links-wrong">{missingWords(first)}</p>;
  if (!first.insecure) return null;
  return <p className="links-wrong">This address is not https: browsers warn of it, and some networks refuse it.</p>;
}
