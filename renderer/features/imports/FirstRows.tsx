import type { LedgerClient, SourceFile } from '#renderer/ledger/types.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { useLoaded } from '#renderer/session/use-loaded.ts';
import type { Sample } from '#shared/domain/imports/look.ts';
import type { Reading } from './wizard.ts';
import { readDialect } from './wizard-steps.ts';
import './first-rows.css';

interface Props {
  readonly ledger: LedgerClient;
  readonly file: SourceFile;
  readonly reading: Reading;
}

const SHOWN = 12;

/** The file's first rows as they are cut now, what stands above the table and the header included; a row can be made the header. */
export function FirstRows({ ledger, file, reading }: Props) {
  const format = useFormat();
  const { dialect } = reading.recognition;
  const sample = useTopRows(ledger, file, reading);
  const width = Math.max(0, ...sample.cells.slice(0, SHOWN).map((cells) => cells.length));
  const isHeader = (line: number): boolean =>
    dialect.headerRows > 0 && line <= dialect.headerLine && line > dialect.headerLine - dialect.headerRows;
  return (
    <div className="first-rows" role="region" aria-label="First rows of the file" tabIndex={0}>
      <table>
        <tbody>
          {sample.cells.slice(0, SHOWN).map((cells, at) => {
            const line = sample.lines[at] ?? at + 1;
            return (
              <tr key={line} data-part={isHeader(line) ? 'header' : line <= dialect.headerLine ? 'above' : 'data'}>
                <th scope="row">
                  <button
                    type="button"
                    title={isHeader(line) ? 'The header' : 'Make this row the header'}
                    aria-label={`Row ${line}: make it the header`}
                    aria-pressed={isHeader(line)}
                    onClick={() => void readDialect(ledger, { headerLine: line, headerRows: 1 })}
                  >
                    {format.count(line)}
                  </button>
                </th>
                {Array.from({ length: width }, (_, column) => (
                  <td key={column} title={cells[column]}>
                    {cells[column] ?? ''}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Read as it is, only without a header; the sample of the look until then, and where that cannot be read. */
function useTopRows(ledger: LedgerClient, file: SourceFile, { look, recognition }: Reading): Sample {
  const { encodingBy: _, ...dialect } = recognition.dialect;
  const wish = { dialect: { ...dialect, headerLine: 0, headerRows: 0, lastLine: null }, profileId: '' };
  const { value } = useLoaded(`${file.id} ${file.entry ?? ''} ${JSON.stringify(wish)}`, (signal) =>
    ledger.look(file, wish, { signal }).catch(() => null),
  );
  return value?.ok ? value.value.sample : look.sample;
}
