import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DueItem, OpenTarget, Outcome, Projection } from '#shared/domain/schedules/due.ts';
import type { TimeOfDay } from '#shared/domain/tasks/task.ts';
import type { ClockState } from '#shared/ipc/clock-state.ts';
import { createClock, TICK_MS, type Clock } from '#main/clock/clock.ts';
import type { Notice } from '#main/clock/notifier.ts';
import { createClockStore } from '#main/clock/store.ts';
import type { JsonStore } from '#main/files/json-store.ts';
import { tempFolder } from './temp-folder.ts';

const NOON = Date.parse('2026-06-10T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const log = { file: '', info: vi.fn(), warn: vi.fn(), error: vi.fn() };

const item = (id: string, at: number): DueItem => ({ job: `task:${id}`, kind: 'reminder', at, title: id, body: '' });
const projected = (...items: DueItem[]): Projection => ({
  items,
  rules: { zone: 'UTC', morning: '09:00' as TimeOfDay, quiet: null, notify: true },
});

/** A computer with a disk, a wall clock and a desktop; the program on it can be ended at any moment. */
function machine(store: JsonStore<ClockState> = memory()) {
  const shown: Notice[] = [];
  const opened: OpenTarget[] = [];
  const dismissed: string[] = [];
  const on = { now: NOON, outcomes: 0 };
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
        notifier: { show: (notice) => shown.push(notice), dismiss: (key) => dismissed.push(key) },
        now: () => on.now,
        locale: 'en-US',
        onOutcomes: () => on.outcomes++,
        onOpen: (target) => opened.push(target),
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

function memory(): JsonStore<ClockState> {
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

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the clock of the program', () => {
  it('fires at the instant, by a timer no longer than a tick', async () => {
    const pc = machine();
    await pc.start();
    await pc.clock.replace(projected(item('a', NOON + 10_000), item('b', NOON + 3 * HOUR)));
    expect(pc.shown).toEqual([]);
    pc.on.now += 10_000;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(pc.shown.map(({ title }) => title)).toEqual(['a']);
    // The computer sleeps: timers stand still, the wall clock does not.
    pc.on.now += 5 * HOUR;
    await vi.advanceTimersByTimeAsync(TICK_MS);
    expect(pc.shown.map(({ title, body }) => [title, body])).toEqual([
      ['a', ''],
      ['b', 'Late: was due Wed, Jun 10, 3:00 PM'],
    ]);
    expect(pc.on.outcomes).toBe(2);
  });

  it('fires when the computer wakes, without waiting for the timer', async () => {
    const pc = machine();
    await pc.start();
    await pc.clock.replace(projected(item('a', NOON + HOUR)));
    pc.on.now += HOUR;
    await pc.clock.tick();
    expect(pc.shown).toHaveLength(1);
  });

  it('claims on the disk before it shows', async () => {
    const written = memory();
    const seen: number[] = [];
    const pc = machine({
      read: () => written.read(),
      write: (value) => {
        seen.push(pc.shown.length);
        return written.write(value);
      },
    });
    await pc.start();
    await pc.clock.replace(projected(item('a', NOON)));
    expect(seen).toEqual([0, 0]);
    expect(pc.shown).toHaveLength(1);
  });

  it('shows once what was missed while it was closed, and not again after another start', async () => {
    const pc = machine();
    await pc.start();
    await pc.clock.replace(projected(item('a', NOON + HOUR)));
    pc.on.now += 3 * HOUR;
    for (let starts = 0; starts < 3; starts++) await pc.start();
    await pc.clock.replace(projected(item('a', NOON + HOUR)));
    expect(pc.shown.map(({ title, body }) => [title, body])).toEqual([['a', 'Late: was due Wed, Jun 10, 1:00 PM']]);
    expect(await pc.clock.outcomes()).toMatchObject([{ kind: 'fired', job: 'task:a', at: NOON + HOUR, late: true }]);
  });

  it('keeps what she answered until it is settled, and acts on it meanwhile', async () => {
    const pc = machine();
    await pc.start();
    await pc.clock.replace(projected(item('a', NOON), item('b', NOON)));
    pc.press('a', 'Snooze 10 minutes');
    pc.press('b', 'Done');
    await pc.clock.outcomes();
    pc.on.now += 10 * MINUTE;
    await pc.start();
    expect(pc.shown.map(({ title }) => title)).toEqual(['a', 'b', 'a']);
    const outcomes = await pc.clock.outcomes();
    expect(outcomes.map(({ kind, job, at }) => [kind, job, at])).toEqual([
      ['fired', 'task:a', NOON],
      ['fired', 'task:b', NOON],
      ['snoozed', 'task:a', NOON],
      ['done', 'task:b', NOON],
      ['fired', 'task:a', NOON + 10 * MINUTE],
    ]);
    await pc.clock.settle(outcomes.map(({ id }) => id));
    await pc.start();
    expect(await pc.clock.outcomes()).toEqual([]);
    expect(pc.shown).toHaveLength(3);
  });

  it('opens the task of a notification that is clicked', async () => {
    const pc = machine();
    await pc.start();
    await pc.clock.replace(projected(item('a', NOON)));
    pc.shown[0]?.onClick();
    expect(pc.opened).toEqual([{ kind: 'task', taskId: 'a' }]);
    pc.clock.dismiss('task:a');
    expect(pc.dismissed).toEqual(['task:a']);
  });

  it('shows nothing where she wants nothing shown, and keeps it for the inbox', async () => {
    const pc = machine();
    await pc.start();
    const { items, rules } = projected(item('a', NOON));
    await pc.clock.replace({ items, rules: { ...rules, notify: false } });
    expect(pc.shown).toEqual([]);
    expect(await pc.clock.outcomes()).toHaveLength(1);
    const notice: Notice = { key: 'k', title: 't', body: '', actions: [], onClick: () => undefined };
    pc.clock.announce(notice);
    expect(pc.shown).toEqual([]);
    await pc.clock.replace({ items, rules: { ...rules, quiet: { from: '11:00', to: '13:00' } as never } });
    pc.clock.announce(notice);
    expect(pc.shown).toEqual([]);
    pc.on.now += HOUR;
    pc.clock.announce(notice);
    expect(pc.shown).toEqual([notice]);
  });

  it('reminds although the disk refuses, and begins anew where its file is no use', async () => {
    const pc = machine({
      read: () => Promise.resolve({ kind: 'unreadable' }),
      write: () => Promise.reject(new Error('full')),
    });
    await pc.start();
    await pc.clock.replace(projected(item('a', NOON)));
    await pc.clock.tick();
    expect(pc.shown).toHaveLength(1);
  });

  it('reads its own file and none that makes no sense', async () => {
    const path = join(tempFolder(), 'clock.json');
    const pc = machine(createClockStore(path));
    await pc.start();
    await pc.clock.replace(projected(item('a', NOON)));
    expect(await createClockStore(path).read()).toMatchObject({
      kind: 'value',
      value: { claims: [{ firing: `task:a@${NOON}`, claimedAt: NOON }], outcomes: [{ kind: 'fired' }] },
    });
    writeFileSync(path, JSON.stringify({ projection: null, claims: 'all', outcomes: [] }));
    writeFileSync(`${path}.previous`, '');
    expect((await createClockStore(path).read()).kind).toBe('unreadable');
  });
});

type Step =
  | { readonly do: 'add'; readonly inMs: number }
  | { readonly do: 'pass' | 'set back'; readonly ms: number }
  | { readonly do: 'restart' | 'wake' | 'tell again' | 'take over' | 'take over and end' }
  | { readonly do: 'end at next write'; readonly when: 'before' | 'after' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('add' as const), inMs: fc.integer({ min: -1000, max: 5 * HOUR }) }),
  fc.record({ do: fc.constantFrom('pass' as const, 'set back' as const), ms: fc.integer({ min: 0, max: 4 * HOUR }) }),
  fc.record({
    do: fc.constantFrom(
      'restart' as const,
      'wake' as const,
      'tell again' as const,
      'take over' as const,
      'take over and end' as const,
    ),
  }),
  fc.record({
    do: fc.constant('end at next write' as const),
    when: fc.constantFrom('before' as const, 'after' as const),
  }),
);

/** A disk whose next write is the last thing the program does, before or after it is on the disk. */
function fragile(): JsonStore<ClockState> & { end: 'before' | 'after' | null; died: () => void } {
  const disk = memory();
  const self = {
    end: null as 'before' | 'after' | null,
    died: () => undefined as void,
    read: () => disk.read(),
    async write(value: ClockState): Promise<void> {
      const { end } = self;
      if (end !== 'before') await disk.write(value);
      if (end === null) return;
      self.end = null;
      self.died();
      await new Promise(() => undefined);
    },
  };
  return self;
}

describe('whatever is restarted when', () => {
  it('nothing comes twice and nothing is lost', async () => {
    let shownLate = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const disk = fragile();
        const pc = machine(disk);
        const facts = { items: [] as DueItem[], inbox: new Map<string, Outcome>() };
        /** Does it, unless the program ends under it: then it is started anew. */
        const doing = async (work: () => Promise<unknown>): Promise<void> => {
          const died = new Promise<'died'>((resolve) => (disk.died = () => resolve('died')));
          if ((await Promise.race([work(), died])) !== 'died') return;
          await pc.start();
          // The window begins anew with it and tells its facts.
          await doing(() => pc.clock.replace(projected(...facts.items)));
        };
        const takeOver = async (settles: boolean): Promise<void> => {
          const outcomes = await pc.clock.outcomes();
          for (const outcome of outcomes) facts.inbox.set(outcome.id, outcome);
          if (settles) await pc.clock.settle(outcomes.map(({ id }) => id));
        };
        await pc.start();
        for (const each of steps) {
          if (each.do === 'end at next write') disk.end = each.when;
          if (each.do === 'add') {
            const id = String(facts.items.length);
            facts.items.push(item(id, pc.on.now + each.inMs));
            await doing(() => pc.clock.replace(projected(...facts.items)));
          }
          if (each.do === 'pass' || each.do === 'set back') pc.on.now += each.do === 'pass' ? each.ms : -each.ms;
          if (each.do === 'tell again') await doing(() => pc.clock.replace(projected(...facts.items)));
          if (each.do === 'wake') await doing(() => pc.clock.tick());
          if (each.do === 'restart') await doing(() => pc.start());
          if (each.do === 'take over') await doing(() => takeOver(true));
          if (each.do === 'take over and end') await doing(() => takeOver(false).then(() => pc.start()));
        }
        disk.end = null;
        pc.on.now += 100 * HOUR;
        await pc.start();
        await takeOver(true);
        pc.clock.stop();

        const inInbox = [...facts.inbox.values()].map(({ job, at }) => `${job}@${at}`);
        expect(inInbox.sort()).toEqual(facts.items.map(({ job, at }) => `${job}@${at}`).sort());
        const shown = pc.shown.map(({ title }) => title);
        expect(new Set(shown).size).toBe(shown.length);
        shownLate += pc.shown.filter(({ body }) => body.startsWith('Late')).length;
      }),
      { numRuns: 500 },
    );
    expect(shownLate).toBeGreaterThan(100);
  });
});
