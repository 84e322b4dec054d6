import { useState } from 'react';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';
import { LibraryView } from './LibraryView.tsx';
import { LinkBuilder } from './LinkBuilder.tsx';
import { useGiven, useMaterials } from './use-materials.ts';
import './materials.css';

interface Props {
  readonly directory: Directory;
  readonly segments: Segments;
  /** The one that is open. */
  readonly materialId: string | null;
}

const PARTS = [
  { id: 'library', label: 'Library' },
  { id: 'links', label: 'Links' },
] as const;

/** What affiliates work with, who has which, and links made for them. */
export function MaterialsScreen({ directory, segments, materialId }: Props) {
  const materials = useMaterials();
  const given = useGiven();
  const [part, setPart] = useState<(typeof PARTS)[number]['id']>('library');
  if (!materials || !given) return null;
  return (
    <Tabs label="Materials" items={PARTS} open={part} onOpen={setPart}>
      {part === 'library' ? (
        <LibraryView directory={directory} materialId={materialId} materials={materials} given={given} />
      ) : (
        <LinkBuilder directory={directory} segments={segments} affiliateIds={NOBODY} />
      )}
    </Tabs>
  );
}

const NOBODY: readonly string[] = [];
