import type { OpenTarget } from '#shared/domain/schedules/due.ts';
import type { WatchedNews } from '#shared/ipc/contract.ts';
import type { Notice } from '#main/clock/notifier.ts';

/** The notice of what has become of a file of the watched folder. */
export function watchedNotice(news: WatchedNews, onOpen: (target: OpenTarget) => void): Notice {
  const imported = news.kind === 'imported';
  return {
    key: `watched ${news.name}`,
    title: imported ? `${news.name} is imported` : `${news.name} is ready to check`,
    body: news.body,
    actions: [],
    onClick: () => onOpen({ kind: 'import', importId: imported ? news.importId : null }),
  };
}
