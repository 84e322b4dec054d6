import { saveTable } from '#renderer/session/table-text.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';

const HEADER = ['File', 'Source', 'Imported', 'Undone', 'New', 'Changed', 'Same', 'Older', 'Repeated', 'Can’t be read'];

/** Writes the imports as listed to a file of her choice. Times are ISO 8601 in UTC. */
export function exportImports(records: readonly ImportRecord[]): Promise<void> {
  return saveTable(
    'imports.csv',
    HEADER,
    records.map(({ fileName, profileName, appliedAt, undoneAt, counts, rows }) => [
      fileName,
      profileName,
      new Date(appliedAt).toISOString(),
      undoneAt === null ? null : new Date(undoneAt).toISOString(),
      counts.new,
      counts.changed,
      counts.same,
      counts.older,
      counts.repeated,
      rows.rejected,
    ]),
  );
}
