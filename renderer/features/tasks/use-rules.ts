import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { allTaskRules, allTaskTemplates, writeRuleWork } from '#renderer/db/task-templates.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { say } from '#renderer/session/toasts.ts';
import { useToday } from '#renderer/session/use-period.ts';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';
import { ruleWork } from '#shared/domain/tasks/rules.ts';

/** Facts change many at a time (an import, an undo): rules look once they stand still. ms */
const PAUSE = 500;

/** Has the rules write their tasks: at the start, with every new day, and when affiliates, segments or rules change. */
export function useRules(affiliates: readonly Affiliate[] | null, segments: Segments): void {
  const rules = useLiveQuery(allTaskRules);
  const templates = useLiveQuery(allTaskTemplates);
  const workingDays = usePreferences((state) => state.workingDays);
  const holidays = usePreferences((state) => state.holidays);
  const today = useToday();
  useEffect(() => {
    if (!affiliates || !rules?.some(({ active }) => active) || !templates) return;
    const write = async (): Promise<void> => {
      const written = await writeRuleWork((marks) =>
        ruleWork({
          rules,
          templates,
          affiliates,
          members: (segmentId) => segments.members(segmentId),
          marks,
          today,
          calendar: { workingDays, holidays },
          now: Date.now(),
          newId: () => crypto.randomUUID(),
        }),
      );
      if (!written.ok) say(written.error.message);
      else if (written.value > 0)
        say(written.value === 1 ? 'A rule wrote 1 task' : `Rules wrote ${written.value} tasks`);
    };
    const timer = setTimeout(() => void write(), PAUSE);
    return () => clearTimeout(timer);
  }, [affiliates, segments, rules, templates, workingDays, holidays, today]);
}
