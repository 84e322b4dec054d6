import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TICK_MS } from '#main/clock/clock.ts';
import type { Notice } from '#main/clock/notifier.ts';
import { createClockStore } from '#main/clock/store.ts';
import { HOUR, item, machine, memory, MINUTE, NOON, projected } from './clock-machine.ts';
import { tempFolder } from './temp-folder.ts';

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
    pc.clock.dismiss('task:a');
    expect(pc.dismissed).toEqual(['task:a']);
  });

  it('takes off the desktop what she has answered in the window, and nothing else', async () => {
    const pc = machine();
    await pc.start();
    const [done, moved, left] = [item('done', NOON), item('moved', NOON), item('left', NOON)];
    await pc.clock.replace(projected(done, moved, left));
    await pc.clock.replace(projected({ ...moved, at: NOON + HOUR }, left));
    expect(pc.dismissed).toEqual(['task:done', 'task:moved']);
    pc.press('left', 'Snooze 10 minutes');
    pc.on.now += 10 * MINUTE;
    // The window has not heard of the snooze yet.
    await pc.clock.replace(projected({ ...moved, at: NOON + 2 * HOUR }, left));
    expect(pc.shown.map(({ title }) => title)).toEqual(['done', 'moved', 'left', 'left']);
    await pc.clock.replace(projected(left));
    expect(pc.dismissed).toEqual(['task:done', 'task:moved']);
  });

  it('shows nothing where she wants nothing shown, and keeps it for the inbox', async () => {
    const pc = machine();
    await pc.start();
    const { items, rules, waiting } = projected(item('a', NOON));
    await pc.clock.replace({ items, waiting, rules: { ...rules, notify: false } });
    expect(pc.shown).toEqual([]);
    expect(await pc.clock.outcomes()).toHaveLength(1);
    const notice: Notice = { key: 'k', title: 't', body: '', actions: [], onClick: () => undefined };
    pc.clock.announce(notice);
    expect(pc.shown).toEqual([]);
    await pc.clock.replace({ items, waiting, rules: { ...rules, quiet: { from: '11:00', to: '13:00' } as never } });
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
