import type { Handlers } from '#shared/ipc/contract.ts';
import { ok } from '#shared/lib/result.ts';
import type { FileDialogs } from '#main/files/dialogs.ts';
import type { Intakes } from '#main/files/intake.ts';
import { createSaveMany } from '#main/files/save-many.ts';
import type { Watch } from '#main/files/watch.ts';

export function filesHandlers(dialogs: FileDialogs, intakes: Intakes, watch: Watch): Handlers['files'] {
  const saveMany = createSaveMany({ chooseFolder: () => dialogs.chooseForDrafts() });
  return {
    choose: async () => ok(await dialogs.choose()),
    chooseFolder: async () => ok(await dialogs.chooseFolder()),
    release: (id) => {
      intakes.release(id);
      watch.released(id);
      return Promise.resolve(ok(null));
    },
    saveText: ({ suggestedName, kind, text }) => dialogs.saveText(suggestedName, kind, text),
    saveMany,
  };
}

export function dropsHandlers(intakes: Intakes): Handlers['drops'] {
  return { take: async (paths, purpose) => ok(await intakes.take(paths, purpose)) };
}
