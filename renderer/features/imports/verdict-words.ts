import type { PlanSummary } from '#renderer/ledger/types.ts';
import type { Format } from '#shared/lib/format.ts';
import { counted } from './effect-words.ts';
import { KIND_WORDS } from './kind-words.ts';
import { verdict } from './wizard.ts';

/** What importing would come to, in a sentence. */
export function verdictWords(plan: PlanSummary, format: Format): string {
  const { counts, rows, recognition } = plan;
  const { one, many } = KIND_WORDS[recognition.kind];
  const isList = plan.people !== null;
  const merged = rows.merged > 0;
  // Where several lines make one record, it is records that are new or changed.
  const accepted = isList || merged ? sum(plan) : rows.accepted;
  const [single, several] = isList || merged ? [one, many] : ['row', 'rows'];
  const all = counted(accepted, single, several, format);
  const lines = merged
    ? `${counted(rows.accepted, 'row', 'rows', format)}, ${counted(accepted, one, many, format)}. `
    : '';
  switch (verdict(plan)) {
    case 'changes': {
      const fresh = isList ? (plan.people?.new ?? 0) + (plan.people?.ask ?? 0) : counts.new;
      const changed = isList ? (plan.people?.changed ?? 0) : counts.changed;
      const parts = [
        ...(fresh > 0 ? [`${format.count(fresh)} new`] : []),
        ...(changed > 0 ? [`${format.count(changed)} changed`] : []),
      ];
      if (fresh === accepted) return `${lines}${accepted === 1 ? `The one ${single} is new.` : `All ${all} are new.`}`;
      return `${lines}${parts.join(' and ')}, of ${all}.`;
    }
    case 'only-history':
      return 'This file changes no figures: what is here is newer.';
    case 'nothing':
      return accepted === 1
        ? `This file changes nothing: its one ${single} is already here.`
        : `This file changes nothing: all ${all} are already here.`;
    case 'unreadable':
      return rows.rejected === 0
        ? 'This file has no rows below its header.'
        : `None of the ${counted(rows.rejected, 'row', 'rows', format)} can be read.`;
  }
}

/** Records of the plan: people of a list, else what its counts come to. */
function sum({ counts, people }: PlanSummary): number {
  if (people) return people.new + people.changed + people.same + people.ask;
  return counts.new + counts.changed + counts.same + counts.older + counts.repeated;
}
