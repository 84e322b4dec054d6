import type { Handlers } from '#shared/ipc/contract.ts';
import { ok } from '#shared/lib/result.ts';
import type { Clock } from '#main/clock/clock.ts';

export function clockHandlers(clock: Clock, platform: NodeJS.Platform): Handlers['clock'] {
  return {
    replace: async (projection) => {
      await clock.replace(projection);
      return ok(null);
    },
    outcomes: async () => ok(await clock.outcomes()),
    settle: async (ids) => {
      await clock.settle(ids);
      return ok(null);
    },
    dismiss: (job) => {
      clock.dismiss(job);
      return Promise.resolve(ok(null));
    },
    reach: () =>
      Promise.resolve(ok({ notifications: clock.reach(), tray: platform === 'linux' ? 'unsure' : 'shown' } as const)),
  };
}
