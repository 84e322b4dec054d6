import type { Result } from '../../lib/result.ts';
import { scoreHeader } from './recognise.ts';
import { readStructure, type Structure } from './structure.ts';
import type { DialectWish } from './types.ts';

/** The structure of any delimited text file, known to a profile or not. Fails as `readStructure` does. */
export const detectTable = (head: Uint8Array, whole: boolean, wish: DialectWish = {}): Result<Structure> =>
  readStructure(head, whole, wish, scoreHeader);
