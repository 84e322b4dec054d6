import type { Handlers, WatchedNews } from '#shared/ipc/contract.ts';
import { ok } from '#shared/lib/result.ts';
import type { FileDialogs } from '#main/files/dialogs.ts';
import type { Watch } from '#main/files/watch.ts';

export function watchHandlers(
  watch: Watch,
  dialogs: FileDialogs,
  announce: (news: WatchedNews) => void,
): Handlers['watch'] {
  return {
    get: async () => ok(await watch.get()),
    choose: async () => {
      const folder = await dialogs.chooseWatched();
      return ok(folder === null ? null : await watch.choose(folder));
    },
    set: (on) => watch.set(on),
    waiting: () => Promise.resolve(ok(watch.waiting())),
    announce: (news) => {
      announce(news);
      return Promise.resolve(ok(null));
    },
  };
}
