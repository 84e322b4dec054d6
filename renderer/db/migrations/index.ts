import { ground } from './0001-ground.ts';
import { remindersAndReports } from './0002-reminders-and-reports.ts';
import { filesIn } from './0003-files-in.ts';
import { people } from './0004-people.ts';
import type { Migration } from './migration.ts';

/** Every step there has been, oldest first. */
export const MIGRATIONS: readonly Migration[] = [ground, remindersAndReports, filesIn, people];
