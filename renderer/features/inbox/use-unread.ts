import { useLiveQuery } from 'dexie-react-hooks';
import { countUnread } from '#renderer/db/inbox.ts';

/** How many notifications she has not read. */
export const useUnread = (): number => useLiveQuery(countUnread) ?? 0;
