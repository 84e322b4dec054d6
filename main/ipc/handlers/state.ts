import type { Handlers } from '#shared/ipc/contract.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { StateStore } from '#main/files/state.ts';

export function stateHandlers(state: StateStore): Handlers['state'] {
  return {
    read: async () => {
      const reading = await state.read();
      if (reading.kind === 'newer') {
        return fail(
          'newer-data',
          `This data was last used with version ${reading.lastVersion}. Open it with that version.`,
        );
      }
      return ok(reading);
    },
    record: async (value) => {
      const reading = await state.read();
      if (reading.kind === 'newer') return fail('newer-data', 'A newer version of Affiliate Desk owns this data.');
      await state.record(value);
      return ok(null);
    },
  };
}
