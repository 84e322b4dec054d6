import { CircleAlert, FileText } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useClock } from '#renderer/session/clock.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { ReportRun } from '#shared/domain/reports/schedule.ts';
import { momentOfInstant } from '#shared/lib/moment.ts';
import { showFile } from './report-steps.ts';

interface Props {
  readonly runs: readonly ReportRun[];
  /** Stands out and is scrolled to. */
  readonly openId: string | null;
}

/** What has been written, and what has not and why; the newest first. */
export function Runs({ runs, openId }: Props) {
  if (runs.length === 0) return <p className="faint">Every run of the report is listed here, with its files.</p>;
  return (
    <ul className="runs">
      {runs.map((run) => (
        <Run key={run.id} run={run} open={run.id === openId} />
      ))}
    </ul>
  );
}

function Run({ run, open }: { readonly run: ReportRun; readonly open: boolean }) {
  const { outcome, late, dueAt, finishedAt, scheduleId } = run;
  const format = useFormat();
  const today = useToday();
  const now = useClock((state) => state.now);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'center' });
  }, [open]);
  const due = `${late ? 'Late, due' : 'Due'} ${format.moment(momentOfInstant(dueAt), today)}`;
  return (
    <li ref={row} className="run" data-active={open}>
      {outcome.kind === 'written' ? (
        <FileText size={16} aria-hidden="true" />
      ) : (
        <CircleAlert className="run-failed" size={16} aria-hidden="true" />
      )}
      {outcome.kind === 'written' ? (
        <span className="run-words">{outcome.pdf}</span>
      ) : (
        <span className="run-words">
          <span className="run-failed">Not written.</span> {outcome.message}
        </span>
      )}
      <span className="run-when faint small">
        <span title={format.momentFull(momentOfInstant(finishedAt))}>{format.ago(finishedAt, now)}</span>
        {scheduleId !== null && <span className={late ? 'run-late' : ''}>{due}</span>}
      </span>
      <span className="run-actions">
        {outcome.kind === 'written' && (
          <>
            <Button size="small" onClick={() => void showFile(outcome.folderId, outcome.pdf)}>
              Show PDF
            </Button>
            <Button size="small" onClick={() => void showFile(outcome.folderId, outcome.csv)}>
              Show CSV
            </Button>
          </>
        )}
      </span>
    </li>
  );
}
