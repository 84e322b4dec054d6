import {
  ArrowLeftRight,
  Columns3,
  Images,
  MessagesSquare,
  ChartLine,
  FileChartColumn,
  FileInput,
  Inbox,
  ListTodo,
  Settings,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { ALL_TRANSACTIONS, type Route, type Screen } from '#renderer/session/navigation.ts';

/** A place in the sidebar, and the letter that goes there after G. */
export interface Place {
  readonly screen: Screen;
  readonly name: string;
  readonly letter: string;
  readonly icon: LucideIcon;
  readonly route: Route;
}

export const PLACES: readonly Place[] = [
  { screen: 'dashboard', name: 'Dashboard', letter: 'd', icon: ChartLine, route: { screen: 'dashboard' } },
  { screen: 'inbox', name: 'Inbox', letter: 'b', icon: Inbox, route: { screen: 'inbox' } },
  { screen: 'tasks', name: 'Tasks', letter: 'k', icon: ListTodo, route: { screen: 'tasks', taskId: null } },
  { screen: 'affiliates', name: 'Affiliates', letter: 'a', icon: Users, route: { screen: 'affiliates' } },
  { screen: 'pipeline', name: 'Pipeline', letter: 'p', icon: Columns3, route: { screen: 'pipeline', view: 'board' } },
  {
    screen: 'conversations',
    name: 'Conversations',
    letter: 'c',
    icon: MessagesSquare,
    route: { screen: 'conversations', tab: 'questions', openId: null },
  },
  {
    screen: 'transactions',
    name: 'Transactions',
    letter: 't',
    icon: ArrowLeftRight,
    route: { screen: 'transactions', view: ALL_TRANSACTIONS },
  },
  {
    screen: 'materials',
    name: 'Materials',
    letter: 'm',
    icon: Images,
    route: { screen: 'materials', materialId: null },
  },
  { screen: 'reports', name: 'Reports', letter: 'r', icon: FileChartColumn, route: { screen: 'reports', runId: null } },
  { screen: 'imports', name: 'Imports', letter: 'i', icon: FileInput, route: { screen: 'imports', importId: null } },
];

export const SETTINGS: Place = {
  screen: 'settings',
  name: 'Settings',
  letter: 's',
  icon: Settings,
  route: { screen: 'settings' },
};

/** The place of the sidebar that a screen belongs to. */
export const placeOf = (screen: Screen): Place =>
  [...PLACES, SETTINGS].find(
    (place) => place.screen === (screen === 'affiliate' || screen === 'segments' ? 'affiliates' : screen),
  ) ?? SETTINGS;
