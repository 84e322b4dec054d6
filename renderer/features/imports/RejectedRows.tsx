import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { LedgerClient, PlanSummary, RejectedRow } from '#renderer/ledger/types.ts';
import { desk } from '#renderer/platform/desk.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { useLoaded } from '#renderer/session/use-loaded.ts';
import { say } from '#renderer/session/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { rejectedText } from '#shared/domain/imports/rejected-file.ts';
import type { Corrections, Recognition } from '#shared/domain/imports/types.ts';
import { counted } from './effect-words.ts';
import { readAnew } from './wizard-steps.ts';
import './rejected-rows.css';

interface Props {
  readonly ledger: LedgerClient;
  readonly plan: PlanSummary;
  readonly fileName: string;
  /** Rows put right before. */
  readonly corrections: Corrections;
  readonly disabled: boolean;
}

/** As many as can be put right by hand in one sitting. */
const SHOWN = 100;
const PAGE = 1_000;

/** What could not be read, with its reason and its cells: put right here, or saved to be put right elsewhere. */
export function RejectedRows({ ledger, plan, fileName, corrections, disabled }: Props) {
  const { planId, recognition } = plan;
  const format = useFormat();
  const { value } = useLoaded(`${planId} rejected`, () => ledger.rejectedRows(planId, { offset: 0, limit: SHOWN }));
  const [edited, setEdited] = useState<Corrections>(new Map());
  if (!value) return null;
  if (value.total === 0) return <p className="import-none faint">Every row of this file can be read.</p>;
  const edit = (line: number, cells: readonly string[]): void => setEdited(new Map([...edited, [line, cells]]));
  return (
    <form
      className="rejected"
      aria-label="Rows that can’t be read"
      onSubmit={(event) => {
        event.preventDefault();
        if (edited.size > 0) void readAnew(ledger, { corrections: new Map([...corrections, ...edited]) });
      }}
    >
      <div className="rejected-tools">
        <p className="faint">
          {value.total > value.rows.length
            ? `The first ${format.count(value.rows.length)} of ${format.count(value.total)} are shown. They are left out unless you put them right.`
            : 'They are left out unless you put them right.'}
        </p>
        <Button size="small" onClick={() => void saveRejected(ledger, planId, recognition, fileName)}>
          Save rejected rows as CSV
        </Button>
        <Button type="submit" size="small" kind="primary" disabled={edited.size === 0 || disabled}>
          {edited.size === 0
            ? 'Apply corrections'
            : `Apply ${counted(edited.size, 'correction', 'corrections', format)}`}
        </Button>
      </div>
      <ol className="rejected-rows">
        {value.rows.map((row) => (
          <Row
            key={row.line}
            row={row}
            recognition={recognition}
            cells={edited.get(row.line) ?? row.cells}
            onCells={(cells) => edit(row.line, cells)}
          />
        ))}
      </ol>
    </form>
  );
}

interface RowProps {
  readonly row: RejectedRow;
  readonly recognition: Recognition;
  readonly cells: readonly string[];
  readonly onCells: (cells: readonly string[]) => void;
}

/** One row: what is wrong, and the cells that are; all of them where it is the row itself, or when she asks. */
function Row({ row, recognition, cells, onCells }: RowProps) {
  const { header, mapping } = recognition;
  const format = useFormat();
  const wrong = new Set(row.issues.map(({ column }) => header.indexOf(column)).filter((at) => at >= 0));
  const [all, setAll] = useState(wrong.size === 0);
  const width = Math.max(header.length, cells.length);
  const shown = Array.from({ length: width }, (_, at) => at).filter((at) => all || wrong.has(at));
  const context = mapping
    .filter(({ index }) => !wrong.has(index) && (row.cells[index] ?? '') !== '')
    .slice(0, 4)
    .map(({ index }) => row.cells[index]);
  const line = format.count(row.line);
  return (
    <li className="rejected-row">
      <div className="rejected-head">
        <strong>{`Line ${line}`}</strong>
        {!all && <span className="faint rejected-context">{context.join(' · ')}</span>}
        <button type="button" className="rejected-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? <ChevronDown size={14} aria-hidden="true" /> : <ChevronRight size={14} aria-hidden="true" />}
          {`All cells`}
          <span className="hidden-but-read">{` of line ${line}`}</span>
        </button>
      </div>
      {row.issues.map(({ message }, at) => (
        <p key={at} className="rejected-reason">
          {message}
        </p>
      ))}
      <div className="rejected-cells">
        {shown.map((at) => (
          <label key={at} data-wrong={wrong.has(at)}>
            <span title={header[at]}>{header[at] || `Column ${at + 1}`}</span>
            <input
              className="field"
              aria-label={`${header[at] || `Column ${at + 1}`}, line ${line}`}
              value={cells[at] ?? ''}
              onChange={({ target }) => {
                const next = Array.from({ length: header.length }, (_, index) => cells[index] ?? '');
                next[at] = target.value;
                onCells(next);
              }}
            />
          </label>
        ))}
      </div>
    </li>
  );
}

/** Writes all rejected rows to a file that the same format reads again. */
async function saveRejected(
  ledger: LedgerClient,
  planId: string,
  recognition: Recognition,
  fileName: string,
): Promise<void> {
  const rows: RejectedRow[] = [];
  for (let total = 1; rows.length < total;) {
    const page = await ledger.rejectedRows(planId, { offset: rows.length, limit: PAGE });
    if (page.rows.length === 0) break;
    rows.push(...page.rows);
    total = page.total;
  }
  const { header, dialect } = recognition;
  const text = `\uFEFF${rejectedText(header, dialect.delimiter, rows)}`;
  const suggestedName = `${fileName.replace(/\.[^.]*$/, '')} rejected rows.csv`;
  const saved = await desk().files.saveText({ suggestedName, kind: 'csv', text });
  if (!saved.ok) say(saved.error.message);
  else if (saved.value.kind === 'saved')
    say(`${rows.length === 1 ? '1 row' : `${rows.length} rows`} saved to ${saved.value.name}`);
}
