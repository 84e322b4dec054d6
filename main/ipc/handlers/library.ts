import type { Handlers } from '#shared/ipc/contract.ts';
import { ok } from '#shared/lib/result.ts';
import type { FileDialogs } from '#main/files/dialogs.ts';
import type { Copies } from '#main/library/copies.ts';
import type { Library } from '#main/library/library.ts';

export function libraryHandlers(library: Library, copies: Copies, dialogs: FileDialogs): Handlers['library'] {
  return {
    choose: async () => ok(await dialogs.chooseAny()),
    add: (intakeId) => library.add(intakeId),
    saveCopies: (wanted) => copies.save(wanted),
    show: (copiesId) => copies.show(copiesId),
    keep: async (fileIds) => {
      await library.keep(fileIds);
      return ok(null);
    },
  };
}
