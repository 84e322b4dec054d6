import { useLiveQuery } from 'dexie-react-hooks';
import { allImports } from '#renderer/db/imports.ts';
import { useClock } from '#renderer/session/clock.ts';
import { goTo } from '#renderer/session/navigation.ts';
import { useFormat } from '#renderer/session/use-period.ts';

/** "Impact, 2 h ago": how fresh the figures are. */
export function LastImport() {
  const format = useFormat();
  const now = useClock((state) => state.now);
  const last = useLiveQuery(async () => (await allImports()).find((record) => record.undoneAt === null));
  if (!last) return null;
  const source = last.network || last.profileName;
  return (
    <button
      type="button"
      className="last-import"
      title={last.fileName}
      onClick={() => goTo({ screen: 'imports', importId: last.id })}
    >
      <span className="last-import-name">Last import</span>
      <span className="last-import-source">{source}</span>
      {`, ${format.ago(last.appliedAt, now)}`}
    </button>
  );
}
