import { Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useClock } from '#renderer/session/clock.ts';
import { showAffiliate } from '#renderer/session/navigation.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { inSentence, movedTo, nextMonday, recentWords, sameDue, untilWords } from '#shared/domain/tasks/due.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { addDays, type Day } from '#shared/lib/day.ts';
import { DueFields } from './DueFields.tsx';
import { PrioritySelect } from './Priority.tsx';
import { RepeatField } from './RepeatField.tsx';
import { StepsField } from './StepsField.tsx';
import { TickBox } from './TickBox.tsx';
import { change, changeRepeat, move, remove } from './task-steps.ts';
import { useDraft } from './use-draft.ts';

interface Props {
  readonly task: Task;
  readonly affiliates: readonly Affiliate[];
  readonly onClose: () => void;
  readonly onMove: (by: 1 | -1) => void;
}

/** One task, every word of it editable where it stands. */
export function TaskDetails({ task, affiliates, onClose, onMove }: Props) {
  const [width, setWidth] = useState(400);
  const format = useFormat();
  const today = useToday();
  const affiliate = affiliates.find(({ id }) => id === task.affiliateId);
  const when = (instant: number): string => inSentence(recentWords(instant, today, format));
  return (
    <Panel
      label="Details of the task"
      title={task.doneAt === null ? 'Task' : 'Task, done'}
      width={width}
      onWidth={setWidth}
      onClose={onClose}
      onMove={onMove}
    >
      <div className="task-details" key={task.id}>
        <div className="task-head">
          <TickBox task={task} />
          <Title task={task} />
        </div>
        <h3>Due</h3>
        <Due task={task} />
        {task.snoozedUntil !== null && task.doneAt === null && (
          <p className="task-hint faint">{`Snoozed until ${untilWords(task.snoozedUntil, today, format)}`}</p>
        )}
        <h3>Repeat</h3>
        <RepeatField
          repeat={task.repeat}
          due={task.due?.day ?? null}
          lastContact={affiliate?.lastContact || null}
          onChange={(repeat) => void changeRepeat(task, repeat, affiliate?.lastContact || null)}
        />
        <h3>Priority</h3>
        <PrioritySelect value={task.priority} onChange={(priority) => void change(task, 'Priority', { priority })} />
        <h3>Steps</h3>
        <StepsField steps={task.steps} canTick onChange={(steps) => void change(task, 'Steps', { steps })} />
        <h3>Affiliate</h3>
        <ComboBox
          key={task.affiliateId}
          label="Affiliate"
          placeholder="Nobody in particular"
          choices={affiliates.map(({ id, name }) => ({ value: id, label: name }))}
          value={affiliate?.id ?? null}
          onChange={(affiliateId) => void change(task, 'Affiliate', { affiliateId })}
        />
        {affiliate && (
          <p className="task-hint">
            <button type="button" className="link link-accent" onClick={() => showAffiliate(affiliate.id)}>
              {`Show ${affiliate.name}`}
            </button>
          </p>
        )}
        <h3>Note</h3>
        <Note task={task} />
        <div className="task-foot">
          <span className="faint small">
            {task.doneAt === null
              ? `${task.madeBy ? 'Added by a rule' : 'Added'} ${when(task.createdAt)}`
              : `Done ${when(task.doneAt)}`}
          </span>
          <Button
            kind="quiet"
            size="small"
            icon={<Trash2 size={14} aria-hidden="true" />}
            onClick={() => {
              onClose();
              void remove(task);
            }}
          >
            Delete
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function Title({ task }: { readonly task: Task }) {
  const { text, type, keep, drop } = useDraft(task.title, (title) => void change(task, 'Title', { title }), {
    mayBeEmpty: false,
  });
  return (
    <textarea
      className="task-title"
      aria-label="Title"
      rows={1}
      maxLength={300}
      value={text}
      onChange={(event) => type(event.target.value.replaceAll('\n', ' '))}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        else if (event.key === 'Escape') drop();
        else return;
        event.preventDefault();
      }}
    />
  );
}

function Note({ task }: { readonly task: Task }) {
  const { text, type, keep, drop } = useDraft(task.note, (note) => void change(task, 'Note', { note }));
  return (
    <textarea
      className="field task-note"
      aria-label="Note"
      rows={4}
      maxLength={5000}
      placeholder="Anything worth remembering"
      value={text}
      onChange={(event) => type(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.blur();
        else if (event.key === 'Escape' && text !== task.note) drop();
        else return;
        event.preventDefault();
      }}
    />
  );
}

/** Typing a day or time passes through others; what she means is what stands when she pauses or leaves. ms */
const PAUSE = 900;

/** What she wants it to be until the facts say so too; `kept`: it is on its way there. */
interface Wanted {
  readonly of: Task['due'];
  readonly due: Task['due'];
  readonly kept: boolean;
}

function Due({ task }: { readonly task: Task }) {
  const today = useToday();
  const zone = usePreferences((state) => state.zone);
  const now = useClock((state) => state.now);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  // The facts have moved on: what was on its way has come, or was taken back; what is still being typed stays.
  if (wanted && !sameDue(wanted.of, task.due)) setWanted(wanted.kept ? null : { ...wanted, of: task.due });
  const due = wanted ? wanted.due : task.due;
  const keep = (): void => {
    if (!wanted || wanted.kept) return;
    setWanted({ ...wanted, kept: true });
    void change(task, 'Due day', { due: wanted.due });
  };
  const moveTo = (day: Day | null): void => {
    setWanted({ of: task.due, due: movedTo(due, day, now, zone), kept: true });
    void move(task, day);
  };
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });
  useEffect(() => {
    if (!wanted || wanted.kept) return;
    const timer = setTimeout(() => latest.current(), PAUSE);
    return () => clearTimeout(timer);
  }, [wanted]);
  useEffect(() => () => latest.current(), []);

  const days: readonly (readonly [string, string, Day | null])[] = [
    ['Today', 't', today],
    ['Tomorrow', 'm', addDays(today, 1)],
    ['Next week', 'w', nextMonday(today)],
    ['Someday', 's', null],
  ];
  return (
    <>
      <div onBlur={keep}>
        <DueFields due={due} today={today} onChange={(next) => setWanted({ of: task.due, due: next, kept: false })} />
      </div>
      <div className="task-days" role="group" aria-label="Move to">
        {days.map(([name, letter, day]) => (
          <Button
            key={name}
            size="small"
            aria-keyshortcuts={letter}
            aria-pressed={(due?.day ?? null) === day}
            onClick={() => moveTo(day)}
          >
            {name}
          </Button>
        ))}
      </div>
    </>
  );
}
