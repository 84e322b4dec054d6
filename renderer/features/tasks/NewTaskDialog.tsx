import { useState } from 'react';
import { closeNewTask, useNewTask } from '#renderer/session/new-task.ts';
import { useToday } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { nextMonday } from '#shared/domain/tasks/due.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { addDays } from '#shared/lib/day.ts';
import { DueFields } from './DueFields.tsx';
import { add } from './task-steps.ts';
import './tasks.css';

interface Props {
  readonly affiliates: readonly Affiliate[];
}

/** Writes a task down without leaving what she is at. */
export function NewTaskDialog({ affiliates }: Props) {
  const state = useNewTask((all) => all.state);
  return (
    <Dialog open={state.open} onClose={closeNewTask} title="New task" width={480}>
      {state.open && <NewTaskForm affiliates={affiliates} about={state.affiliateIds[0] ?? null} />}
    </Dialog>
  );
}

function NewTaskForm({ affiliates, about }: Props & { readonly about: string | null }) {
  const today = useToday();
  const [title, setTitle] = useState('');
  const [note, setNote] = useState('');
  const [affiliateId, setAffiliateId] = useState(about);
  const [due, setDue] = useState<Task['due']>(null);
  const complete = title.trim() !== '';
  const save = async (): Promise<void> => {
    if (complete && (await add({ title: title.trim(), note: note.trim(), affiliateId, due }))) closeNewTask();
  };
  const days = [
    ['Today', today],
    ['Tomorrow', addDays(today, 1)],
    ['Next week', nextMonday(today)],
  ] as const;
  return (
    <form
      className="task-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void save();
      }}
    >
      <input
        className="field task-form-title"
        aria-label="Title"
        autoFocus
        maxLength={300}
        placeholder="What is to be done"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <span className="task-form-name">Affiliate</span>
      <ComboBox
        label="Affiliate"
        placeholder="Nobody in particular"
        choices={affiliates.map(({ id, name }) => ({ value: id, label: name }))}
        value={affiliateId}
        onChange={setAffiliateId}
      />
      <span className="task-form-name">Due</span>
      <div className="task-form-due">
        <DueFields due={due} today={today} onChange={setDue} />
        <div className="task-days" role="group" aria-label="Due day">
          {days.map(([name, day]) => (
            <Button
              key={name}
              size="small"
              aria-pressed={due?.day === day}
              onClick={() => setDue(due?.day === day ? null : { day, time: due?.time ?? null })}
            >
              {name}
            </Button>
          ))}
        </div>
      </div>
      <span className="task-form-name">Note</span>
      <textarea
        className="field task-note"
        aria-label="Note"
        rows={3}
        maxLength={5000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="task-form-foot">
        <Button onClick={closeNewTask}>Cancel</Button>
        <Button kind="primary" disabled={!complete} onClick={() => void save()}>
          Add task
        </Button>
      </div>
      {/* Enter in a field saves as well. */}
      <input type="submit" hidden />
    </form>
  );
}
