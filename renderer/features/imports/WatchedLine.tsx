import { goTo } from '#renderer/session/navigation.ts';
import { useWatched } from '#renderer/session/watched.ts';

/** Which folder is watched, as long as one is. */
export function WatchedLine() {
  const folder = useWatched((state) => state.folder);
  if (!folder?.on) return null;
  return (
    <button type="button" className="last-import" title={folder.name} onClick={() => goTo({ screen: 'settings' })}>
      <span className="last-import-name">{folder.there ? 'Watched folder' : 'Watched folder, not there now'}</span>
      <span className="last-import-source">{folder.name}</span>
    </button>
  );
}
