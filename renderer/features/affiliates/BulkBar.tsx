import { useState, type Ref } from 'react';
import { Toolbar } from 'react-aria-components';
import { openDoor } from '#renderer/session/doors.ts';
import { openNewTask } from '#renderer/session/new-task.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { CONTACT_FORMATS, exportContacts } from './export-contacts.ts';
import { TagsDialog } from './TagsDialog.tsx';

interface Props {
  readonly selected: readonly Affiliate[];
  /** How many the list shows. */
  readonly total: number;
  /** A number as she reads it. */
  readonly count: (value: number) => string;
  /** All tags that there are. */
  readonly tags: readonly string[];
  readonly onAll: () => void;
  readonly onNone: () => void;
  /** Writes the selected to a file as they are listed. */
  readonly onExport: () => void;
  readonly ref: Ref<HTMLDivElement>;
}

/** At the foot of the list while somebody is selected: how many, and what can be done with them. */
export function BulkBar({ selected, total, count, tags, onAll, onNone, onExport, ref }: Props) {
  const [tagging, setTagging] = useState(false);
  const affiliateIds = selected.map(({ id }) => id);
  const act = (label: string, onClick: () => void) => (
    <Button size="small" onClick={onClick}>
      {label}
    </Button>
  );
  return (
    <div
      ref={ref}
      className="bulk-bar"
      onKeyDown={(event) => {
        // What it has opened is not in it, though its keys come by here.
        const inside = event.target instanceof Node && event.currentTarget.contains(event.target);
        if (event.key !== 'Escape' || !inside) return;
        document.querySelector<HTMLElement>('main [role="grid"]')?.focus();
        event.preventDefault();
      }}
    >
      <p aria-live="polite">{`${count(selected.length)} selected`}</p>
      <Toolbar className="bulk-bar-actions" aria-label="With the selected affiliates">
        {act('Tags…', () => setTagging(true))}
        {act('Stage…', () => openDoor({ kind: 'stage', affiliateIds, stageId: null }))}
        {act('Task…', () => openNewTask(affiliateIds))}
        {act('Mail…', () => openDoor({ kind: 'compose', affiliateIds, templateId: null }))}
        {act('Material…', () => openDoor({ kind: 'give', affiliateIds, materialId: null }))}
        {act('Links…', () => openDoor({ kind: 'links', affiliateIds }))}
        <MenuButton
          label="Export"
          choices={[
            { value: 'csv', label: 'CSV as listed' },
            ...CONTACT_FORMATS.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChoose={(chosen) => {
            const format = CONTACT_FORMATS.find(({ id }) => id === chosen);
            if (format) void exportContacts(format, selected);
            else onExport();
          }}
        />
        <span className="bulk-bar-end">
          {selected.length < total && (
            <Button kind="quiet" size="small" onClick={onAll}>
              {`Select all ${count(total)}`}
            </Button>
          )}
          <Button kind="quiet" size="small" onClick={onNone}>
            Clear
          </Button>
        </span>
      </Toolbar>
      <TagsDialog open={tagging} onClose={() => setTagging(false)} affiliates={selected} known={tags} count={count} />
    </div>
  );
}
