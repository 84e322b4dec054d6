import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DueItem, Outcome } from '#shared/domain/schedules/due.ts';
import type { ClockState } from '#shared/ipc/clock-state.ts';
import type { JsonStore } from '#main/files/json-store.ts';
import { HOUR, item, machine, memory, projected } from './clock-machine.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

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
