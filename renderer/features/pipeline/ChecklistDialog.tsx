import { ArrowDown, ArrowUp, Plus, Trash2, X } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { usePreferences } from '#renderer/session/preferences.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { Checklist } from '#shared/domain/pipeline/checklist.ts';
import { stageById } from '#shared/domain/pipeline/stage.ts';
import { remove, save } from './checklist-steps.ts';
import './moves.css';

interface Props {
  readonly checklist: Checklist | null;
  readonly isNew: boolean;
  readonly onClose: () => void;
}

/** A checklist as a template: its name, the stage it begins with, its items. */
export function ChecklistDialog({ checklist, isNew, onClose }: Props) {
  return (
    <Dialog open={checklist !== null} onClose={onClose} title={isNew ? 'New checklist' : 'Checklist'} width={520}>
      {checklist && <ChecklistForm checklist={checklist} isNew={isNew} onClose={onClose} />}
    </Dialog>
  );
}

type Item = Checklist['items'][number];

const emptyItem = (): Item => ({ id: crypto.randomUUID(), text: '' });

function ChecklistForm({ checklist, isNew, onClose }: Props & { readonly checklist: Checklist }) {
  const stages = usePreferences((state) => state.stages);
  const [name, setName] = useState(checklist.name);
  const [stageId, setStageId] = useState(stageById(stages, checklist.stageId)?.id ?? '');
  const [items, setItems] = useState<readonly Item[]>(() =>
    checklist.items.length > 0 ? checklist.items : [emptyItem()],
  );
  const list = useRef<HTMLOListElement>(null);
  const said = items.map((item) => ({ ...item, text: item.text.trim() })).filter(({ text }) => text !== '');
  const complete = name.trim() !== '' && said.length > 0;
  const store = async (): Promise<void> => {
    if (complete && (await save({ ...checklist, name: name.trim(), stageId, items: said }))) onClose();
  };
  const focus = (index: number): void => {
    requestAnimationFrame(() => list.current?.querySelectorAll('input')[index]?.focus());
  };
  const add = (index: number): void => {
    setItems(items.toSpliced(index, 0, emptyItem()));
    focus(index);
  };
  const move = (index: number, by: 1 | -1): void => {
    const item = items[index];
    if (item && items[index + by]) setItems(items.toSpliced(index, 1).toSpliced(index + by, 0, item));
  };
  /** Enter adds the next item, Backspace in an empty one takes it away. */
  const onKey = (event: KeyboardEvent, index: number): void => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) add(index + 1);
    else if (event.key === 'Backspace' && items[index]?.text === '' && items.length > 1) {
      setItems(items.toSpliced(index, 1));
      focus(Math.max(0, index - 1));
    } else return;
    event.preventDefault();
  };
  return (
    <form
      className="move-form"
      onSubmit={(event) => {
        event.preventDefault();
        void store();
      }}
    >
      <input
        className="field"
        aria-label="Name of the checklist"
        placeholder="Name"
        autoFocus={isNew}
        maxLength={100}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <div className="move-field">
        <span>Begins with</span>
        <Select
          label="Begins with"
          choices={[
            { value: '', label: 'No stage: by hand' },
            ...stages.map(({ id, name: label }) => ({ value: id, label })),
          ]}
          value={stageId}
          onChange={setStageId}
        />
      </div>
      <ol className="checklist-items" ref={list} aria-label="Items">
        {items.map((item, index) => (
          <li key={item.id}>
            <input
              className="field"
              aria-label={`Item ${index + 1}`}
              placeholder="What is to be done"
              maxLength={200}
              value={item.text}
              onChange={({ target }) =>
                setItems(items.map((each) => (each.id === item.id ? { ...each, text: target.value } : each)))
              }
              onKeyDown={(event) => onKey(event, index)}
            />
            <IconButton
              label={`Move item ${index + 1} up`}
              icon={<ArrowUp size={14} aria-hidden="true" />}
              disabled={index === 0}
              onClick={() => move(index, -1)}
            />
            <IconButton
              label={`Move item ${index + 1} down`}
              icon={<ArrowDown size={14} aria-hidden="true" />}
              disabled={index === items.length - 1}
              onClick={() => move(index, 1)}
            />
            <IconButton
              label={`Remove item ${index + 1}`}
              icon={<X size={14} aria-hidden="true" />}
              disabled={items.length === 1}
              onClick={() => setItems(items.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
      <div className="checklist-foot">
        <Button
          kind="quiet"
          size="small"
          icon={<Plus size={14} aria-hidden="true" />}
          onClick={() => add(items.length)}
        >
          Add an item
        </Button>
        {!isNew && <p className="faint small">Who is going through it already keeps the items they began with.</p>}
      </div>
      <div className="move-foot">
        {!isNew && (
          <span className="move-foot-start">
            <Button
              kind="quiet"
              icon={<Trash2 size={14} aria-hidden="true" />}
              onClick={() => {
                onClose();
                void remove(checklist);
              }}
            >
              Delete
            </Button>
          </span>
        )}
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" disabled={!complete}>
          Save
        </Button>
      </div>
    </form>
  );
}
