import { useState } from 'react';
import { closeNewTask, useNewTask } from '#renderer/session/new-task.ts';
import { useToday } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Chip } from '#renderer/ui/Parts.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';
import { nextMonday } from '#shared/domain/tasks/due.ts';
import { firstDay } from '#shared/domain/tasks/repeat.ts';
import { fillTemplate, namedWords } from '#shared/domain/tasks/rules.ts';
import { PLAIN_TASK, type Task } from '#shared/domain/tasks/task.ts';
import { addDays, type Day } from '#shared/lib/day.ts';
import { DueFields } from './DueFields.tsx';
import { PrioritySelect } from './Priority.tsx';
import { RepeatField } from './RepeatField.tsx';
import { StepsField } from './StepsField.tsx';
import { add } from './task-steps.ts';
import { useCalendar } from './use-calendar.ts';
import { useTaskTemplates } from './use-templates.ts';
import { choiceOfWho, everybody, whoChoices, whoOfChoice, type Who } from './who.ts';
import './tasks.css';

interface Props {
  readonly affiliates: readonly Affiliate[];
  readonly segments: Segments;
}

/** Writes a task down without leaving what she is at; of several affiliates or a segment, one each. */
export function NewTaskDialog({ affiliates, segments }: Props) {
  const state = useNewTask((all) => all.state);
  return (
    <Dialog open={state.open} onClose={closeNewTask} title="New task" width={560}>
      {state.open && (
        <NewTaskForm affiliates={affiliates} segments={segments} about={state.affiliateIds} day={state.day} />
      )}
    </Dialog>
  );
}

type Words = Pick<Task, 'title' | 'note' | 'due' | 'priority' | 'repeat' | 'steps'>;

const firstWho = (about: readonly string[]): Who =>
  about.length > 1 ? { kind: 'several', affiliateIds: about } : { kind: 'one', affiliateId: about[0] ?? null };

function NewTaskForm(props: Props & { readonly about: readonly string[]; readonly day: Day | null }) {
  const { affiliates, segments, about, day } = props;
  const today = useToday();
  const calendar = useCalendar();
  const templates = useTaskTemplates() ?? [];
  const [templateId, setTemplateId] = useState('');
  const [who, setWho] = useState<Who>(() => firstWho(about));
  const [words, setWords] = useState<Words>({
    title: '',
    note: '',
    ...PLAIN_TASK,
    due: day === null ? null : { day, time: null },
  });
  const become = (wish: Partial<Words>): void => setWords((before) => ({ ...before, ...wish }));
  const { title, note, due, priority, repeat, steps } = words;

  const ids = everybody(who, segments);
  const complete = title.trim() !== '' && ids.length > 0;
  const contactOf = (id: string | null): Day | null => affiliates.find((each) => each.id === id)?.lastContact || null;
  const save = async (): Promise<void> => {
    if (!complete) return;
    const written = await add(
      ids.map((affiliateId) => {
        const first = repeat && due === null ? firstDay(repeat, today, contactOf(affiliateId), calendar) : null;
        return {
          ...namedWords(words, affiliates.find(({ id }) => id === affiliateId)?.name ?? null),
          affiliateId,
          due: first ? { day: first, time: null } : due,
          priority,
          repeat,
          steps,
        };
      }),
    );
    if (written) closeNewTask();
  };
  const fill = (id: string): void => {
    setTemplateId(id);
    const template = templates.find((each) => each.id === id);
    // `{name}` stays to be seen, and is filled in for everybody when it is saved.
    if (template) become(fillTemplate(template, { name: '{name}', today, calendar, newId: () => crypto.randomUUID() }));
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
        onChange={(event) => become({ title: event.target.value })}
      />
      {templates.length > 0 && (
        <>
          <span className="task-form-name">Template</span>
          <Select
            label="Template"
            choices={[{ value: '', label: 'None' }, ...templates.map(({ id, name }) => ({ value: id, label: name }))]}
            value={templateId}
            onChange={fill}
          />
        </>
      )}
      <span className="task-form-name">Affiliate</span>
      {who.kind === 'several' ? (
        <span>
          <Chip
            text={`${who.affiliateIds.length} affiliates, one task each`}
            onRemove={() => setWho({ kind: 'one', affiliateId: null })}
          />
        </span>
      ) : (
        <ComboBox
          label="Affiliate"
          placeholder="Nobody in particular"
          choices={whoChoices(affiliates, segments)}
          value={choiceOfWho(who)}
          onChange={(value) => setWho(whoOfChoice(value))}
        />
      )}
      <span className="task-form-name">Due</span>
      <div className="task-form-due">
        <DueFields due={due} today={today} onChange={(next) => become({ due: next })} />
        <div className="task-days" role="group" aria-label="Due day">
          {days.map(([name, each]) => (
            <Button
              key={name}
              size="small"
              aria-pressed={due?.day === each}
              onClick={() => become({ due: due?.day === each ? null : { day: each, time: due?.time ?? null } })}
            >
              {name}
            </Button>
          ))}
        </div>
      </div>
      <span className="task-form-name task-form-top">Repeat</span>
      <RepeatField
        repeat={repeat}
        due={due?.day ?? null}
        lastContact={ids.length === 1 ? contactOf(ids[0] ?? null) : null}
        onChange={(next) => become({ repeat: next })}
      />
      <span className="task-form-name">Priority</span>
      <span>
        <PrioritySelect value={priority} onChange={(next) => become({ priority: next })} />
      </span>
      <span className="task-form-name task-form-top">Steps</span>
      <StepsField steps={steps} onChange={(next) => become({ steps: next })} />
      <span className="task-form-name">Note</span>
      <textarea
        className="field task-note"
        aria-label="Note"
        rows={3}
        maxLength={5000}
        value={note}
        onChange={(event) => become({ note: event.target.value })}
      />
      <div className="task-form-foot">
        <Button onClick={closeNewTask}>Cancel</Button>
        <Button kind="primary" disabled={!complete} onClick={() => void save()}>
          {ids.length > 1 ? `Add ${ids.length} tasks` : 'Add task'}
        </Button>
      </div>
      {/* Enter in a field saves as well. */}
      <input type="submit" hidden />
    </form>
  );
}
