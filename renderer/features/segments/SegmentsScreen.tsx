import { Filter, Plus } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useNavigation } from '#renderer/session/navigation.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import { readyMade } from '#shared/domain/segments/ready-made.ts';
import type { SavedSegment } from '#shared/domain/segments/segment.ts';
import { segmentWords } from '#shared/domain/segments/words.ts';
import { NOTHING } from '#shared/lib/format.ts';
import { SegmentEditor } from './SegmentEditor.tsx';
import { add } from './segment-steps.ts';
import type { LiveSegments } from './use-segments.ts';
import './segments.css';

interface Props {
  readonly segments: LiveSegments;
  readonly segmentId: string | null;
}

const addEmpty = (): void => void add({ name: 'New segment', match: 'all', rules: [] });

/** Saved segments: their rules and who is in them. */
export function SegmentsScreen({ segments, segmentId }: Props) {
  const stages = usePreferences((state) => state.stages);
  const offered = readyMade(stages);
  const { list } = segments;
  const open = list.find(({ id }) => id === segmentId) ?? list[0];
  if (!open) return <Beginning segments={segments} />;
  return (
    <div className="segments">
      <div className="segments-side">
        <div className="segments-new">
          <Button size="small" icon={<Plus size={14} aria-hidden="true" />} onClick={addEmpty}>
            New segment
          </Button>
          <MenuButton
            label="Ready-made"
            choices={offered.map(({ id, name }) => ({ value: id, label: name }))}
            onChoose={(id) => {
              const chosen = offered.find((each) => each.id === id);
              if (chosen) void add({ name: chosen.name, match: chosen.match, rules: chosen.rules });
            }}
          />
        </div>
        <SegmentList segments={segments} open={open} />
      </div>
      <SegmentEditor key={open.id} segment={open} segments={segments} />
    </div>
  );
}

/** Arrows move through them and open each. */
function SegmentList({ segments, open }: { readonly segments: LiveSegments; readonly open: SavedSegment }) {
  const replace = useNavigation((state) => state.replace);
  const format = useFormat();
  const shown = segments.list.map((segment) => ({ segment, members: segments.members(segment.id) }));
  return (
    <ListBox
      className="segments-list"
      aria-label="Segments"
      items={shown.map((each) => ({ ...each, id: each.segment.id }))}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={[open.id]}
      disallowEmptySelection
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : keys;
        if (typeof id === 'string') replace({ screen: 'segments', segmentId: id });
      }}
    >
      {({ id, segment, members }) => (
        <ListBoxItem className="segments-item" id={id} textValue={segment.name}>
          <span className="segments-item-name">{segment.name}</span>
          <span className="segments-item-count">{members === null ? NOTHING : format.count(members.size)}</span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}

/** No segment yet: what they are for, and some to begin with. */
function Beginning({ segments: { fields, currency } }: { readonly segments: LiveSegments }) {
  const stages = usePreferences((state) => state.stages);
  const format = useFormat();
  const today = useToday();
  return (
    <div className="segments-beginning">
      <EmptyState
        icon={<Filter size={28} aria-hidden="true" />}
        action={
          <Button kind="primary" icon={<Plus size={14} aria-hidden="true" />} onClick={addEmpty}>
            New segment
          </Button>
        }
      >
        A segment is a set of rules; whoever meets them is in it, now and whenever you look.
      </EmptyState>
      <section className="segments-ready" aria-label="Ready-made segments">
        <h3>Or begin with one of these</h3>
        <ul>
          {readyMade(stages).map(({ id, name, match, rules }) => (
            <li key={id}>
              <button type="button" onClick={() => void add({ name, match, rules })}>
                <span>{name}</span>
                <span className="faint small">
                  {segmentWords({ match, rules }, fields, { format, currency, today })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
