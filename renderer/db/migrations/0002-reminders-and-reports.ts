import type { Migration } from './migration.ts';

/** Tasks and their reminders, the inbox that mirrors every notification, report schedules and their runs. */
export const remindersAndReports: Migration = {
  version: 2,
  stores: {
    tasks: 'id, affiliateId',
    inbox: 'id, firedAt',
    schedules: 'id',
    runs: 'id, finishedAt',
  },
};
