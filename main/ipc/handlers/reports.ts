import type { Handlers } from '#shared/ipc/contract.ts';
import { ok } from '#shared/lib/result.ts';
import type { Reports } from '#main/reports/reports.ts';

export function reportsHandlers(reports: Reports): Handlers['reports'] {
  return {
    chooseFolder: () => reports.chooseFolder(),
    write: (content) => reports.write(content),
    show: (file) => reports.show(file),
    announce: (news) => {
      reports.announce(news);
      return Promise.resolve(ok(null));
    },
  };
}
