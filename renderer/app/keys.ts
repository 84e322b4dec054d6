import { PLACES, SETTINGS } from './screens.ts';

/** One line of the map of keys. */
export interface Key {
  /** As they stand on the keyboard, a blank between: "Ctrl Shift Z". Ctrl is ⌘ on a Mac. */
  readonly keys: string;
  readonly does: string;
  /** A single letter: only while letters are switched on. */
  readonly letter?: true;
}

export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly Key[];
}

const letter = (keys: string, does: string): Key => ({ keys, does, letter: true });
const key = (keys: string, does: string): Key => ({ keys, does });

/** Every key of the program, by where it works: the one table from which the map is drawn and which the tests hold the program to. */
export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: 'Everywhere',
    keys: [
      key('Ctrl K', 'Search and commands'),
      key('Ctrl O', 'Import a file'),
      key('Ctrl Z', 'Undo'),
      key('Ctrl Shift Z', 'Redo'),
      key('Alt ←', 'Back'),
      key('Alt →', 'Forward'),
      key('Esc', 'Close what is open'),
      letter('C', 'New task'),
      letter('/', 'Filter'),
      letter('E', 'Edit'),
      letter('?', 'This map'),
    ],
  },
  {
    title: 'Search',
    keys: [key('↑ ↓', 'Move'), key('Page ↑ ↓', 'Move by a page'), key('Enter', 'Go or do')],
  },
  {
    title: 'Inbox',
    keys: [key('Space', 'Task done'), letter('U', 'Read or unread')],
  },
  {
    title: 'Go to',
    keys: [...PLACES, SETTINGS].map((place) => letter(`G ${place.letter.toUpperCase()}`, place.name)),
  },
  {
    title: 'In a field or form',
    keys: [
      key('Enter', 'Take what is typed'),
      key('Ctrl Enter', 'Save, from a long text'),
      key('Esc', 'Leave it as it was'),
      key('Tab', 'Next cell of a table'),
    ],
  },
  {
    title: 'Applications',
    keys: [letter('A', 'Approve'), letter('D', 'Decline')],
  },
  {
    title: 'Lists and tables',
    keys: [
      key('↑ ↓', 'Move'),
      letter('J K', 'Move'),
      key('Home End', 'First and last row'),
      key('Enter', 'Open'),
      key('Space', 'Select'),
      key('Shift ↑ ↓', 'Select several'),
      key('Ctrl A', 'Select all'),
      key('Ctrl C', 'Copy the selected rows'),
      key('F2', 'Edit the row'),
      key('Shift F10', 'Do with the selected'),
      key('Shift ← →', 'Width of a column'),
      key('Shift Enter', 'Sort by a column too'),
    ],
  },
  {
    title: 'Pipeline',
    keys: [
      key('← → ↑ ↓', 'From card to card'),
      key('Shift ← →', 'Next stage'),
      key('Space', 'Select'),
      letter('M', 'Move to a stage…'),
    ],
  },
  {
    title: 'Tasks',
    keys: [
      key('Space', 'Done, or open again'),
      key('Del', 'Delete'),
      letter('T', 'Move to today'),
      letter('M', 'Move to tomorrow'),
      letter('W', 'Move to next week'),
      letter('S', 'Move to someday'),
    ],
  },
  {
    title: 'Tasks by week and month',
    keys: [
      key('← → ↑ ↓', 'Days and their tasks'),
      key('Shift ← →', 'Move by a day'),
      key('Shift ↑ ↓', 'Move by a week'),
      key('Page ↑ ↓', 'Earlier and later'),
      key('Enter', 'Open, or a new task'),
    ],
  },
  {
    title: 'Conversations',
    keys: [letter('R', 'Resolve, or open again'), key('← →', 'Preview: next recipient')],
  },
];
