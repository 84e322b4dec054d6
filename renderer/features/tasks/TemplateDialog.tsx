import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { parseTimeOfDay, type TaskStep } from '#shared/domain/tasks/task.ts';
import type { TaskTemplate } from '#shared/domain/tasks/task-template.ts';
import { NumberField } from './NumberField.tsx';
import { PrioritySelect } from './Priority.tsx';
import { RepeatField } from './RepeatField.tsx';
import { saveTemplate } from './rule-steps.ts';
import { StepsField } from './StepsField.tsx';

interface Props {
  readonly editing: TaskTemplate | 'new' | null;
  readonly onClose: () => void;
}

/** A template, made or changed. */
export function TemplateDialog({ editing, onClose }: Props) {
  return (
    <Dialog
      open={editing !== null}
      onClose={onClose}
      title={editing === 'new' ? 'New task template' : 'Task template'}
      width={560}
    >
      {editing !== null && <TemplateForm template={editing === 'new' ? newTemplate() : editing} onClose={onClose} />}
    </Dialog>
  );
}

const newTemplate = (): TaskTemplate => ({
  id: crypto.randomUUID(),
  name: '',
  title: '',
  note: '',
  priority: 'normal',
  dueIn: 0,
  time: null,
  repeat: null,
  steps: [],
  sample: false,
});

function TemplateForm({ template, onClose }: { readonly template: TaskTemplate; readonly onClose: () => void }) {
  const [draft, setDraft] = useState(template);
  // Steps of a template have no ids of their own; here they need some to be told apart.
  const [steps, setSteps] = useState<readonly TaskStep[]>(() =>
    template.steps.map((text) => ({ id: crypto.randomUUID(), text, done: false })),
  );
  const become = (wish: Partial<TaskTemplate>): void => setDraft((before) => ({ ...before, ...wish }));
  const complete = draft.title.trim() !== '';
  const save = async (): Promise<void> => {
    if (!complete) return;
    const title = draft.title.trim();
    const done = await saveTemplate({
      ...draft,
      title,
      name: draft.name.trim() === '' ? title : draft.name.trim(),
      note: draft.note.trim(),
      steps: steps.map(({ text }) => text),
    });
    if (done) onClose();
  };
  return (
    <form
      className="task-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <input
        className="field task-form-title"
        aria-label="Title"
        autoFocus
        maxLength={300}
        placeholder="What is to be done: “Ask {name} for their June plans”"
        value={draft.title}
        onChange={(event) => become({ title: event.target.value })}
      />
      <span className="task-form-name">Name</span>
      <input
        className="field"
        aria-label="Name of the template"
        maxLength={100}
        placeholder={draft.title.trim() || 'As you look for it'}
        value={draft.name}
        onChange={(event) => become({ name: event.target.value })}
      />
      <span className="task-form-name task-form-top">Due</span>
      <span className="repeat-words">
        <label className="check">
          <input
            type="checkbox"
            checked={draft.dueIn !== null}
            onChange={({ target }) => become(target.checked ? { dueIn: 0 } : { dueIn: null, time: null })}
          />
          {draft.dueIn === null ? 'Has a due day' : 'Due'}
        </label>
        {draft.dueIn !== null && (
          <>
            <NumberField
              label="Due so many days later"
              min={0}
              max={999}
              value={draft.dueIn}
              onChange={(dueIn) => become({ dueIn })}
            />
            {draft.dueIn === 1 ? 'day later' : 'days later'}, or the next workday, at
            <input
              type="time"
              className="field"
              aria-label="Due time"
              value={draft.time ?? ''}
              onChange={(event) => become({ time: parseTimeOfDay(event.target.value) })}
            />
          </>
        )}
      </span>
      <span className="task-form-name task-form-top">Repeat</span>
      <RepeatField repeat={draft.repeat} due={null} lastContact={null} onChange={(repeat) => become({ repeat })} />
      <span className="task-form-name">Priority</span>
      <span>
        <PrioritySelect value={draft.priority} onChange={(priority) => become({ priority })} />
      </span>
      <span className="task-form-name task-form-top">Steps</span>
      <StepsField steps={steps} onChange={setSteps} />
      <span className="task-form-name">Note</span>
      <textarea
        className="field task-note"
        aria-label="Note"
        rows={3}
        maxLength={5000}
        value={draft.note}
        onChange={(event) => become({ note: event.target.value })}
      />
      <div className="task-form-foot">
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="primary" disabled={!complete} onClick={() => void save()}>
          Save template
        </Button>
      </div>
      <input type="submit" hidden />
    </form>
  );
}
