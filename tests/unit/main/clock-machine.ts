import { vi } from 'vitest';
import type { DueItem, OpenTarget, Projection } from '#shared/domain/schedules/due.ts';
import type { TimeOfDay } from '#shared/domain/tasks/task.ts';
import type { ClockState } from '#shared/ipc/clock-state.ts';
import { createClock, type Clock } from '#main/clock/clock.ts';
import type { Notice } from '#main/clock/notifier.ts';
import type { JsonStore } from '#main/files/json-store.ts';

export const NOON = Date.parse('2026-06-10T12:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
const log = { file: '', info: vi.fn(), warn: vi.fn(), error: vi.fn() };

export const item = (id: string, at: number): DueItem => ({
  job: `task:${id}`,
  kind: 'reminder',
  at,
  title: id,
  body: '',
});
export const projected = (...items: DueItem[]): Projection => ({
  items,
  rules: { zone: 'UTC', morning: '09:00' as TimeOfDay, quiet: null, notify: true },
  waiting: 0,
});

/** A computer with a disk, a wall clock and a desktop; the program on it can be ended at any moment. */
export function machine(store: JsonStore<ClockState> = memory()) {
  const shown: Notice[] = [];
  const opened: OpenTarget[] = [];
  const dismissed: string[] = [];
  const on = { now: NOON, outcomes: 0, waiting: [] as number[] };
  let clock: Clock | null = null;
  return {
    on,
    shown,
    opened,
    dismissed,
    store,
    get clock(): Clock {
      if (!clock) throw new Error('not started');
      return clock;
    },
    /** Ends the program where it stands and starts it anew. */
    async start(): Promise<void> {
      clock?.stop();
      clock = createClock({
        store,
        notifier: { show: (notice) => shown.push(notice), dismiss: (key) => dismissed.push(key), reach: () => 'shown' },
        now: () => on.now,
        locale: 'en-US',
        onOutcomes: () => on.outcomes++,
        onOpen: (target) => opened.push(target),
        onWaiting: (count) => on.waiting.push(count),
        log,
      });
      await clock.start();
    },
    press: (title: string, action: string) =>
      shown
        .findLast((notice) => notice.title === title)
        ?.actions.find(({ text }) => text === action)
        ?.run(),
  };
}

/** A disk that keeps what is written. */
export function memory(): JsonStore<ClockState> {
  let disk: string | null = null;
  return {
    read: () => Promise.resolve(disk === null ? { kind: 'absent' } : { kind: 'value', value: parse(disk) }),
    write: (value) => {
      disk = JSON.stringify(value);
      return Promise.resolve();
    },
  };
}
const parse = (text: string): ClockState => JSON.parse(text) as ClockState;
