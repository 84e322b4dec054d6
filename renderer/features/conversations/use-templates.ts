import { useLiveQuery } from 'dexie-react-hooks';
import { allTemplates } from '#renderer/db/templates.ts';
import type { Template } from '#shared/domain/conversations/template.ts';

/** All templates by name, kept current; null until they are read. */
export const useTemplates = (): readonly Template[] | null => useLiveQuery(allTemplates) ?? null;
