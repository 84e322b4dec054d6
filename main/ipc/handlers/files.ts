import type { Handlers } from '#shared/ipc/contract.ts';
import { ok } from '#shared/lib/result.ts';
import type { FileDialogs } from '#main/files/dialogs.ts';
import type { Intakes } from '#main/files/intake.ts';

export function filesHandlers(dialogs: FileDialogs, intakes: Intakes): Handlers['files'] {
  return {
    choose: async () => ok(await dialogs.choose()),
    release: (id) => {
      intakes.release(id);
      return Promise.resolve(ok(null));
    },
    saveText: ({ suggestedName, kind, text }) => dialogs.saveText(suggestedName, kind, text),
  };
}

export function dropsHandlers(intakes: Intakes): Handlers['drops'] {
  return { take: async (paths) => ok(await intakes.take(paths)) };
}
