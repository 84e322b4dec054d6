import { OWN_EXPORTS } from './affiliate-desk.ts';
import { LIST_1 } from './list-1.ts';
import { LIST_2 } from './list-2.ts';
import { PEOPLE_PROFILES } from './people/index.ts';
import type { Profile } from './profile.ts';

/** Every export that can be read without being told what its columns are. */
export const PROFILES: readonly Profile[] = [...OWN_EXPORTS, ...LIST_1, ...LIST_2, ...PEOPLE_PROFILES];
