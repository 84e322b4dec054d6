import { Images } from 'lucide-react';
import { useMemo, useState } from 'react';
import { chooseToKeep, takeToKeep } from '#renderer/session/library.ts';
import { useTakesDrops } from '#renderer/session/drop-target.ts';
import { useNavigation } from '#renderer/session/navigation.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import { MultiSelect } from '#renderer/ui/Select.tsx';
import { TextFilter } from '#renderer/ui/TextFilter.tsx';
import { MATERIAL_KINDS, type Given, type Material, type MaterialKind } from '#shared/domain/materials/material.ts';
import { currentOf, VALIDITIES, validityOf, type Validity } from '#shared/domain/materials/standing.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Day } from '#shared/lib/day.ts';
import { addFromFiles } from './material-steps.ts';
import { KIND_WORDS, VALIDITY_WORDS } from './material-words.ts';
import { MaterialDetails } from './MaterialDetails.tsx';
import { MaterialGrid } from './MaterialGrid.tsx';
import { NewMaterialDialog } from './NewMaterialDialog.tsx';

interface Props {
  readonly directory: Directory;
  readonly materialId: string | null;
  readonly materials: readonly Material[];
  readonly given: ReadonlyMap<string, readonly Given[]>;
}

interface Filter {
  readonly text: string;
  readonly kinds: readonly MaterialKind[];
  readonly tags: readonly string[];
  readonly validities: readonly Validity[];
}

const NO_FILTER: Filter = { text: '', kinds: [], tags: [], validities: [] };
const NOBODY: readonly Given[] = [];

const ADDED = {
  files: 'Files…',
  link: 'Link…',
  copy: 'Copy…',
  guideline: 'Guideline…',
} as const;

/** Everything affiliates work with, and one of it open beside. */
export function LibraryView({ directory, materialId, materials, given }: Props) {
  const replace = useNavigation((state) => state.replace);
  const today = useToday();
  const format = useFormat();
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [writing, setWriting] = useState<MaterialKind | null>(null);
  const open = (id: string | null): void => replace({ screen: 'materials', materialId: id });
  const addFiles = async (taken: ReturnType<typeof takeToKeep>): Promise<void> => {
    const first = await addFromFiles(await taken);
    if (first !== null) open(first);
  };
  useTakesDrops(
    'Drop to add to your materials. Here a table becomes a product feed, and nothing is imported.',
    (files) => void addFiles(takeToKeep(files)),
  );

  const tags = useMemo(
    () => [...new Set(materials.flatMap((each) => each.tags))].sort((a, b) => a.localeCompare(b)),
    [materials],
  );
  const shown = useMemo(
    () => materials.filter((material) => fits(material, filter, today)),
    [materials, filter, today],
  );
  const opened = materials.find(({ id }) => id === materialId);
  const change = (wish: Partial<Filter>): void => setFilter({ ...filter, ...wish });
  const dialog = (
    <NewMaterialDialog
      kind={writing}
      onClose={() => setWriting(null)}
      onAdded={(id) => {
        setWriting(null);
        open(id);
      }}
    />
  );
  const add = (
    <MenuButton
      label={materials.length === 0 ? 'Add a material' : 'Add'}
      choices={Object.entries(ADDED).map(([value, label]) => ({ value: value as keyof typeof ADDED, label }))}
      onChoose={(what) => (what === 'files' ? void addFiles(chooseToKeep()) : setWriting(what))}
    />
  );

  if (materials.length === 0) {
    return (
      <>
        <EmptyState icon={<Images size={28} aria-hidden="true" />} action={add}>
          Banners, links, product feeds, copy and guidelines are kept here, with who has which version. Drop files to
          add them.
        </EmptyState>
        {dialog}
      </>
    );
  }
  const move = (by: 1 | -1): void => {
    const next = shown[shown.findIndex(({ id }) => id === materialId) + by];
    if (next) open(next.id);
  };
  return (
    <>
      <div className="filters" role="search" aria-label="Filter materials">
        <TextFilter
          label="Filter by name, tag, text or note"
          placeholder="Name, tag, text or note"
          text={filter.text}
          onText={(text) => change({ text })}
        />
        <MultiSelect
          label="Kind"
          choices={MATERIAL_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }))}
          values={filter.kinds}
          onChange={(kinds) => change({ kinds })}
        />
        <MultiSelect
          label="Tag"
          disabled={tags.length === 0}
          choices={tags.map((tag) => ({ value: tag, label: tag }))}
          values={filter.tags}
          onChange={(chosen) => change({ tags: chosen })}
        />
        <MultiSelect
          label="Validity"
          choices={VALIDITIES.map((validity) => ({ value: validity, label: VALIDITY_WORDS[validity] }))}
          values={filter.validities}
          onChange={(validities) => change({ validities })}
        />
        <span className="faint small">
          {shown.length === materials.length
            ? `${format.count(materials.length)} in all`
            : `${format.count(shown.length)} of ${format.count(materials.length)}`}
        </span>
        <span className="filters-end">{add}</span>
      </div>
      <div className="beside">
        {shown.length === 0 ? (
          <EmptyState action={<Button onClick={() => setFilter(NO_FILTER)}>Clear the filter</Button>}>
            No material fits these conditions.
          </EmptyState>
        ) : (
          <MaterialGrid materials={shown} given={given} openId={materialId} onOpen={open} />
        )}
        {opened && (
          <MaterialDetails
            material={opened}
            given={given.get(opened.id) ?? NOBODY}
            directory={directory}
            onClose={() => open(null)}
            onMove={move}
          />
        )}
      </div>
      {dialog}
    </>
  );
}

function fits(material: Material, { text, kinds, tags, validities }: Filter, today: Day): boolean {
  const version = currentOf(material);
  const words = text.trim().toLowerCase();
  const said = [material.name, material.note, version.text, version.file?.name ?? '', ...material.tags];
  return (
    (kinds.length === 0 || kinds.includes(material.kind)) &&
    (tags.length === 0 || tags.some((tag) => material.tags.includes(tag))) &&
    (validities.length === 0 ||
      validities.some((each) => {
        const validity = validityOf(version, today);
        // What ends soon is valid now.
        return each === validity || (each === 'valid' && validity === 'ends-soon');
      })) &&
    (words === '' || said.some((each) => each.toLowerCase().includes(words)))
  );
}
