import { ListTodo, Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { seenTask } from '#renderer/db/inbox.ts';
import { useClock } from '#renderer/session/clock.ts';
import { openNewTask } from '#renderer/session/new-task.ts';
import { useNavigation } from '#renderer/session/navigation.ts';
import { ROW_HEIGHTS, usePreferences } from '#renderer/session/preferences.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { MultiSelect } from '#renderer/ui/Select.tsx';
import { ExportButton } from '#renderer/ui/TableTools.tsx';
import { TextFilter } from '#renderer/ui/TextFilter.tsx';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { nextMonday } from '#shared/domain/tasks/due.ts';
import { groupTasks, TASK_GROUPS, type TaskGroup } from '#shared/domain/tasks/groups.ts';
import type { Priority, Task } from '#shared/domain/tasks/task.ts';
import { addDays } from '#shared/lib/day.ts';
import { PRIORITY_CHOICES } from './Priority.tsx';
import { TaskDetails } from './TaskDetails.tsx';
import { TaskList, type Section } from './TaskList.tsx';
import { copyTasks, exportTasks } from './take-along.ts';
import { move, remove, tick } from './task-steps.ts';
import { useTasks } from './use-tasks.ts';

interface Props {
  readonly directory: Directory;
  /** The task whose details are open. */
  readonly taskId: string | null;
}

const NAMES: Readonly<Record<TaskGroup, string>> = {
  overdue: 'Overdue',
  today: 'Today',
  upcoming: 'Upcoming',
  someday: 'Someday',
  done: 'Done',
};

/** Of what is done, so much is shown before she asks for all. */
const DONE_SHOWN = 50;

type DoneShown = 'folded' | 'newest' | 'all';

/** What she means to do: what is late, what is for today, what comes, and what has been done. */
export function TaskListView({ directory, taskId }: Props) {
  const tasks = useTasks();
  const now = useClock((state) => state.now);
  const zone = usePreferences((state) => state.zone);
  const rowHeight = ROW_HEIGHTS[usePreferences((state) => state.rows)];
  const letters = usePreferences((state) => state.letters);
  const replace = useNavigation((state) => state.replace);
  const format = useFormat();
  const today = useToday();
  const [text, setText] = useState('');
  const [priorities, setPriorities] = useState<readonly Priority[]>([]);
  const [affiliateId, setAffiliateId] = useState<string | null>(null);
  const [doneShown, setDoneShown] = useState<DoneShown>('folded');
  const [cursor, setCursor] = useState<{ readonly id: string | null; readonly index: number }>({
    id: taskId,
    index: 0,
  });
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (taskId !== null) void seenTask(taskId);
  }, [taskId]);

  const opened = tasks?.find(({ id }) => id === taskId);
  const unfolded = doneShown === 'folded' && opened?.doneAt ? 'newest' : doneShown;
  const words = text.trim().toLowerCase();
  const matching = useMemo(
    () =>
      (tasks ?? []).filter(
        (task) =>
          (priorities.length === 0 || priorities.includes(task.priority)) &&
          (affiliateId === null || task.affiliateId === affiliateId) &&
          (words === '' ||
            [task.title, task.note, nameOf(task, directory)].some((each) => each.toLowerCase().includes(words))),
      ),
    [tasks, words, priorities, affiliateId, directory],
  );
  const about = useMemo(() => {
    const ids = new Set((tasks ?? []).map((task) => task.affiliateId));
    return directory.affiliates.filter(({ id }) => ids.has(id)).map(({ id, name }) => ({ value: id, label: name }));
  }, [tasks, directory]);
  const isFiltered = words !== '' || priorities.length > 0 || affiliateId !== null;
  const sections = useMemo((): readonly Section[] => {
    const groups = groupTasks(matching, now, zone);
    return TASK_GROUPS.filter((group) => groups[group].length > 0).map((group): Section => {
      const all = groups[group];
      const section = { group, name: NAMES[group], count: all.length, tasks: all };
      if (group !== 'done') return section;
      const shown = isFiltered && unfolded === 'folded' ? 'newest' : unfolded;
      const kept = shown === 'folded' ? [] : shown === 'all' ? all : all.slice(0, DONE_SHOWN);
      return {
        ...section,
        tasks: kept,
        onFold: () => setDoneShown(shown === 'folded' ? 'newest' : 'folded'),
        ...(shown === 'newest' && kept.length < all.length ? { onMore: () => setDoneShown('all') } : {}),
      };
    });
  }, [matching, isFiltered, now, zone, unfolded]);
  const shown = useMemo(() => sections.flatMap((section) => section.tasks), [sections]);

  if (!tasks) return null;
  if (tasks.length === 0) {
    return (
      <EmptyState
        icon={<ListTodo size={28} aria-hidden="true" />}
        action={
          <Button kind="primary" icon={<Plus size={14} aria-hidden="true" />} onClick={() => openNewTask()}>
            New task
          </Button>
        }
      >
        What you mean to do is listed here. You are reminded when it is due, also while the window is closed.
      </EmptyState>
    );
  }

  const found = shown.findIndex(({ id }) => id === cursor.id);
  // What she was at is gone from the list: she is at what took its place.
  const at = cursor.id === null ? -1 : found >= 0 ? found : Math.min(cursor.index, shown.length - 1);
  const active = shown[at];
  const open = (id: string | null): void => replace({ screen: 'tasks', taskId: id });
  const goTo = (index: number): void => {
    const task = shown[Math.max(0, Math.min(shown.length - 1, index))];
    if (!task) return;
    setCursor({ id: task.id, index: shown.indexOf(task) });
    if (taskId !== null) open(task.id);
  };
  const tickOff = (task: Task): void => {
    // The next one moves up to where she is; with its details open she stays with the task.
    const index = shown.indexOf(task);
    if (task.id === active?.id && taskId === null) {
      setCursor({ id: (shown[index + 1] ?? shown[index - 1])?.id ?? null, index });
    }
    void tick(task);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const { target, key } = event;
    const copies = (event.ctrlKey || event.metaKey) && key === 'c' && target === list.current;
    if (copies && active && !window.getSelection()?.toString()) {
      event.preventDefault();
      void copyTasks([active], directory, format, today);
    }
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(target.tagName)) return;
    const inList = target === list.current;
    const done =
      (inList && walk(key)) ||
      (active !== undefined && letters && letter(key.toLowerCase(), active)) ||
      (active !== undefined && inList && onActive(key, active));
    if (done) event.preventDefault();
  };
  const walk = (key: string): boolean => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: shown.length - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      ...(letters ? { j: at + 1, k: at - 1, J: at + 1, K: at - 1 } : {}),
    };
    const to = steps[key];
    if (to === undefined) return false;
    goTo(to);
    return true;
  };
  const onActive = (key: string, task: Task): boolean => {
    if (key === 'Enter') open(task.id);
    else if (key === ' ') tickOff(task);
    else if (key === 'Delete' || key === 'Backspace') {
      if (taskId !== null) open(null);
      void remove(task);
    } else return false;
    return true;
  };
  const letter = (key: string, task: Task): boolean => {
    if (key === 't') void move(task, today);
    else if (key === 'm') void move(task, addDays(today, 1));
    else if (key === 'w') void move(task, nextMonday(today));
    else if (key === 's') void move(task, null);
    else if (key === 'e') edit(task);
    else return false;
    return true;
  };
  const edit = (task: Task): void => {
    open(task.id);
    requestAnimationFrame(() => document.querySelector<HTMLTextAreaElement>('.task-title')?.select());
  };

  const clear = (): void => {
    setText('');
    setPriorities([]);
    setAffiliateId(null);
  };
  const count = (group: TaskGroup): number => sections.find((section) => section.group === group)?.count ?? 0;
  return (
    <>
      <div className="filters" role="search" aria-label="Filter tasks">
        <TextFilter
          label="Filter by title, affiliate or note"
          placeholder="Title, affiliate or note"
          text={text}
          onText={setText}
        />
        <MultiSelect label="Priority" choices={PRIORITY_CHOICES} values={priorities} onChange={setPriorities} />
        <ComboBox
          label="About"
          placeholder="About anybody"
          choices={about}
          value={affiliateId}
          onChange={setAffiliateId}
        />
        <span className="faint small">
          {`${format.count(count('overdue') + count('today') + count('upcoming') + count('someday'))} open`}
        </span>
        <span className="filters-end">
          <ExportButton
            disabled={matching.length === 0}
            onExport={() => void exportTasks(matching, directory, format)}
          />
          <Button
            size="small"
            icon={<Plus size={14} aria-hidden="true" />}
            aria-keyshortcuts="c"
            onClick={() => openNewTask()}
          >
            New task
          </Button>
        </span>
      </div>
      {shown.length === 0 && sections.length === 0 ? (
        <EmptyState action={<Button onClick={clear}>Clear the filter</Button>}>
          {priorities.length === 0 && affiliateId === null
            ? `No task has “${text.trim()}” in its title, affiliate or note.`
            : 'No task is as you filter.'}
        </EmptyState>
      ) : (
        <div className="beside" onKeyDown={onKeyDown}>
          <TaskList
            ref={list}
            sections={sections}
            affiliateOf={(id) => (id === null ? undefined : directory.byId(id))}
            active={active?.id ?? null}
            rowHeight={rowHeight}
            format={format}
            today={today}
            onPick={(task) => {
              setCursor({ id: task.id, index: shown.indexOf(task) });
              open(task.id);
            }}
            onTick={tickOff}
          />
          {opened && (
            <TaskDetails
              task={opened}
              affiliates={directory.affiliates}
              onClose={() => open(null)}
              onMove={(by) => {
                goTo(at + by);
                list.current?.focus();
              }}
            />
          )}
        </div>
      )}
    </>
  );
}

const nameOf = ({ affiliateId }: Task, directory: Directory): string =>
  affiliateId === null ? '' : (directory.byId(affiliateId)?.name ?? '');
