import { useLiveQuery } from 'dexie-react-hooks';
import { FolderOpen, Plus } from 'lucide-react';
import { useState } from 'react';
import { newestRuns } from '#renderer/db/runs.ts';
import { allSchedules } from '#renderer/db/schedules.ts';
import { useClock } from '#renderer/session/clock.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { weeklyPeriod } from '#shared/domain/reports/week.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';
import type { ReportFolder } from '#shared/ipc/contract.ts';
import { folderOf, usualFolder } from './usual-folder.ts';
import { Runs } from './Runs.tsx';
import { ScheduleRow } from './ScheduleRow.tsx';
import { addUsual, chooseFolder, runAndSay } from './report-steps.ts';
import type { ReportSources } from './run.ts';
import './reports.css';

/** Two years of a weekly report. */
const SHOWN = 104;

interface Props {
  readonly sources: ReportSources;
  readonly segments: Segments;
  /** The run that a notification or the inbox led to. */
  readonly runId: string | null;
}

/** The weekly report: when it is written, where to, and what has become of it. */
export function ReportsScreen({ sources, segments, runId }: Props) {
  const schedules = useLiveQuery(allSchedules);
  const runs = useLiveQuery(() => newestRuns(SHOWN));
  const [chosen, setChosen] = useState<ReportFolder | null>(null);
  const [running, setRunning] = useState(false);
  const format = useFormat();
  const now = useClock((state) => state.now);
  const zone = usePreferences((state) => state.zone);
  const weekStart = usePreferences((state) => state.weekStart);
  const preferred = usePreferences((state) => state.reportFolder);
  if (!schedules || !runs) return null;

  const folder = chosen ?? preferred ?? usualFolder(schedules, runs);
  const run = async (into: ReportFolder | null, scheduleId: string | null): Promise<void> => {
    const target = into ?? (await chooseFolder());
    if (!target) return;
    if (scheduleId === null) setChosen(target);
    setRunning(true);
    await runAndSay(sources, target, scheduleId).finally(() => setRunning(false));
  };
  return (
    <div className="reports">
      <section className="reports-block" aria-label="Weekly performance">
        <div className="reports-head">
          <div>
            <h2>Weekly performance</h2>
            <p className="faint">
              Totals against the week before, top affiliates, who moved the total, new and lost affiliates, reversals
              and open tasks, as a PDF and a CSV file.
            </p>
          </div>
          <Button kind="primary" aria-disabled={running} onClick={() => void (running || run(folder, null))}>
            {running ? 'Writing…' : 'Run now'}
          </Button>
        </div>
        <p className="reports-next">
          {`Run now reports on ${format.period(weeklyPeriod(now, weekStart, zone))}`}
          {folder ? ` and writes into “${folder.name}”.` : ' and asks for a folder first.'}
          {folder && (
            <Button
              kind="quiet"
              size="small"
              icon={<FolderOpen size={14} aria-hidden="true" />}
              onClick={() => void chooseFolder().then((next) => next && setChosen(next))}
            >
              Another folder
            </Button>
          )}
        </p>
      </section>

      <section className="reports-block" aria-label="Schedules">
        <div className="reports-head">
          <h2>Schedules</h2>
          <Button size="small" icon={<Plus size={14} aria-hidden="true" />} onClick={() => void addUsual(folder)}>
            Add a schedule
          </Button>
        </div>
        {schedules.length === 0 ? (
          <p className="faint">
            A schedule writes the report by itself on a weekday and time of your choice, also while the window is
            closed. A run that was missed is made up once.
          </p>
        ) : (
          <ul className="schedules">
            {schedules.map((schedule) => (
              <ScheduleRow
                key={schedule.id}
                schedule={schedule}
                segments={segments.list}
                running={running}
                onRun={() => void run(folderOf(schedule) ?? folder, schedule.id)}
              />
            ))}
          </ul>
        )}
      </section>

      <section className="reports-block" aria-label="History">
        <div className="reports-head">
          <h2>History</h2>
        </div>
        <Runs runs={runs} openId={runId} />
      </section>
    </div>
  );
}
