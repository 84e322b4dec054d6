import { takeOver, watchDueFacts, type DueFacts } from '#renderer/db/outcomes.ts';
import { desk } from '#renderer/platform/desk.ts';
import { useClock } from '#renderer/session/clock.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { say } from '#renderer/session/toasts.ts';
import { storageProblem } from '#renderer/db/problems.ts';
import type { Fired, Outcome, ReminderRules } from '#shared/domain/schedules/due.ts';
import { project, type ProjectedDays } from '#shared/domain/schedules/project.ts';
import type { Result } from '#shared/lib/result.ts';
import { dayOf } from '#shared/lib/zone.ts';

/** Runs a report that is due and records the run; when it answers ok, the run stands in the history. */
export type RunReport = (fired: Fired) => Promise<Result<null>>;

/**
 * Keeps main's picture of what comes due equal to the facts, and makes facts of what main says has happened; answers how
 * to stop.
 */
export function keepDue(runReport: RunReport): () => void {
  let facts: DueFacts | null = null;
  let stopped = false;
  const replace = (): void => {
    if (facts && !stopped)
      void desk()
        .clock.replace(project(facts, rules(), days(), Date.now()))
        .then(saySo);
  };
  const outcomes = takingOver(runReport, replace);
  const stops = [
    desk().on('outcomes', outcomes.take),
    watchDueFacts(
      (next) => {
        facts = next;
        replace();
      },
      (error) => saySo(storageProblem(error)),
    ),
    // Another day has other tasks of today, and one more morning ahead.
    useClock.subscribe(({ now }, before) => {
      const { zone } = usePreferences.getState();
      if (dayOf(now, zone) !== dayOf(before.now, zone)) replace();
    }),
    usePreferences.subscribe((now, before) => {
      if (RULES.some((key) => now[key] !== before[key])) replace();
    }),
  ];
  outcomes.take();
  return () => {
    stopped = true;
    for (const stop of stops) stop();
  };
}

const RULES = ['zone', 'morning', 'quietHours', 'notifications', 'workingDays', 'holidays', 'summaryAt'] as const;

function rules(): ReminderRules {
  const { zone, morning, quietHours, notifications } = usePreferences.getState();
  return { zone, morning, quiet: quietHours, notify: notifications };
}

function days(): ProjectedDays {
  const { workingDays, holidays, summaryAt } = usePreferences.getState();
  return { calendar: { workingDays, holidays }, summaryAt };
}

const saySo = (result: Result<unknown>): void => {
  if (!result.ok) say(result.error.message);
};

/** Takes outcomes over, one batch after the other; reports run beside that, each once. */
function takingOver(runReport: RunReport, reported: () => void): { readonly take: () => void } {
  const running = new Set<string>();
  let queue: Promise<unknown> = Promise.resolve();

  async function takeBatch(): Promise<void> {
    const waiting = await desk().clock.outcomes();
    if (!waiting.ok) return saySo(waiting);
    const reports = waiting.value.filter(isReport);
    const reminders = waiting.value.filter((outcome) => !isReport(outcome));
    for (const report of reports) void run(report);
    if (reminders.length === 0) return;
    const written = await takeOver(reminders, usePreferences.getState().zone);
    // What is not written stays with main and comes again with the next outcome or start.
    if (!written.ok) return saySo(written);
    saySo(await desk().clock.settle(reminders.map(({ id }) => id)));
  }

  async function run(report: Fired): Promise<void> {
    if (running.has(report.id)) return;
    running.add(report.id);
    try {
      const recorded = await runReport(report);
      // What is not recorded stays with main and is run again at the next start.
      if (!recorded.ok) return saySo(recorded);
      saySo(await desk().clock.settle([report.id]));
    } finally {
      running.delete(report.id);
      // Of a report main knows the runs of half a year ahead, counted from the last time it was told.
      reported();
    }
  }

  return {
    take: () => {
      queue = queue.then(takeBatch).catch((error: unknown) => saySo(storageProblem(error)));
    },
  };
}

const isReport = (outcome: Outcome): outcome is Fired => outcome.kind === 'fired' && outcome.item.kind === 'report';
