import { PROFILES } from './profiles/index.ts';
import { findColumn, headerIndex } from './profiles/profile.ts';

/** A sentence for a table that looks like an export that can be read but lacks some of its columns; '' if it looks like none. */
export function nearMiss(header: readonly string[]): string {
  const index = headerIndex(header);
  for (const profile of PROFILES) {
    const missing = profile.needs.filter((names) => findColumn(index, names) < 0);
    if (profile.needs.length >= 4 && missing.length > 0 && missing.length * 3 <= profile.needs.length) {
      const names = missing.map((group) => group[0]).join(', ');
      return `This looks like ${profile.name}, but columns are missing: ${names}. Say below what the columns are, or export it again with these.`;
    }
  }
  return '';
}
