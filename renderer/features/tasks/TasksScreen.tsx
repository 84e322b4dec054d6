import { useState } from 'react';
import { goTo, type TasksView } from '#renderer/session/navigation.ts';
import { useToday } from '#renderer/session/use-period.ts';
import { Tabs, type TabItem } from '#renderer/ui/Tabs.tsx';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';
import { CalendarView, type Cursor } from './CalendarView.tsx';
import { RulesView } from './RulesView.tsx';
import { TaskListView } from './TaskListView.tsx';
import { TemplatesView } from './TemplatesView.tsx';
import './tasks.css';

const VIEWS: readonly TabItem<TasksView>[] = [
  { id: 'list', label: 'List' },
  { id: 'week', label: 'Week' },
  { id: 'month', label: 'Month' },
  { id: 'templates', label: 'Templates' },
  { id: 'rules', label: 'Rules' },
];

interface Props {
  readonly directory: Directory;
  readonly segments: Segments;
  readonly view: TasksView;
  /** The task whose details are open. */
  readonly taskId: string | null;
}

/** What she means to do: as a list, in the calendar, and what writes tasks for her. */
export function TasksScreen({ directory, segments, view, taskId }: Props) {
  const today = useToday();
  // Week and month show the same day.
  const [cursor, setCursor] = useState<Cursor>({ day: today, line: -1, taskId: null, unfolded: null });
  return (
    <Tabs<TasksView>
      label="Ways to see tasks"
      items={VIEWS}
      open={view}
      onOpen={(next) => goTo({ screen: 'tasks', taskId: null, view: next })}
    >
      {screenOf()}
    </Tabs>
  );

  function screenOf() {
    switch (view) {
      case 'list':
        return <TaskListView directory={directory} taskId={taskId} />;
      case 'week':
      case 'month':
        return <CalendarView directory={directory} span={view} cursor={cursor} onCursor={setCursor} taskId={taskId} />;
      case 'templates':
        return <TemplatesView />;
      case 'rules':
        return <RulesView directory={directory} segments={segments} />;
    }
  }
}
