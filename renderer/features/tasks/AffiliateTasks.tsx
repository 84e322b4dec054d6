import { Plus } from 'lucide-react';
import { openNewTask } from '#renderer/session/new-task.ts';
import { goTo, showTask } from '#renderer/session/navigation.ts';
import { useClock } from '#renderer/session/clock.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { dueWords } from '#shared/domain/tasks/due.ts';
import { groupTasks } from '#shared/domain/tasks/groups.ts';
import { TickBox } from './TickBox.tsx';
import { useTasks } from './use-tasks.ts';
import './tasks.css';

const MOST_SHOWN = 5;

/** What is still to be done about one affiliate, for their page. */
export function AffiliateTasks({ affiliateId }: { readonly affiliateId: string }) {
  const tasks = useTasks();
  const zone = usePreferences((state) => state.zone);
  const now = useClock((state) => state.now);
  const format = useFormat();
  const today = useToday();
  if (!tasks) return null;
  const theirs = tasks.filter((task) => task.affiliateId === affiliateId);
  const { overdue, today: due, upcoming, someday } = groupTasks(theirs, now, zone);
  const open = [...overdue, ...due, ...upcoming, ...someday];
  return (
    <section className="affiliate-tasks" aria-label="Tasks of the affiliate">
      {open.length > 0 && (
        <ul>
          {open.slice(0, MOST_SHOWN).map((task) => (
            <li key={task.id}>
              <TickBox task={task} />
              <button type="button" className="link task-name" title={task.note} onClick={() => showTask(task.id)}>
                {task.title}
              </button>
              <span className={overdue.includes(task) ? 'task-late' : 'faint'}>
                {task.due && dueWords(task.due, today, format)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="affiliate-tasks-foot">
        <Button kind="quiet" size="small" icon={<Plus size={14} aria-hidden="true" />} onClick={() => openNewTask()}>
          New task
        </Button>
        {open.length > MOST_SHOWN && (
          <button type="button" className="link link-accent" onClick={() => goTo({ screen: 'tasks', taskId: null })}>
            {`${format.count(open.length - MOST_SHOWN)} more in Tasks`}
          </button>
        )}
      </div>
    </section>
  );
}
