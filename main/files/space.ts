import { randomUUID } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import type { SpaceGrant } from '#shared/ipc/contract.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { bytesText } from './bytes-text.ts';

/**
 * The gate before every large write. On a full disk Chromium does not refuse a write: it deletes the whole database
 * (electron#41877, google/leveldb#1180), so there must be plenty of room before anything begins. LevelDB writes each
 * record to its log and again to a table, hence twice the size; the margin is for its compactions and for everyone else.
 */
const WRITES_PER_BYTE = 2;
const MARGIN_BYTES = 512 * 1024 * 1024;
const FRESH_MS = 60_000;

export interface Space {
  grant(bytes: number): Promise<Result<SpaceGrant>>;
  spend(grantId: string): Promise<Result<null>>;
  /** Whether there is room for so many bytes now. Errors: `disk-full`, `disk-unknown`. */
  check(bytes: number): Promise<Result<null>>;
}

export interface SpaceOptions {
  /** The folder of the database. */
  readonly folder: string;
  readonly now: () => number;
  /** Bytes that are free for this person in `folder`. */
  readonly freeBytes?: (folder: string) => Promise<number>;
}

async function freeOnDisk(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Grants are good once and for a minute, and the room is looked at again when one is spent. */
export function createSpace({ folder, now, freeBytes = freeOnDisk }: SpaceOptions): Space {
  const grants = new Map<string, SpaceGrant>();

  async function check(bytes: number): Promise<Result<null>> {
    const needed = bytes * WRITES_PER_BYTE + MARGIN_BYTES;
    let free: number;
    try {
      free = await freeBytes(folder);
    } catch {
      return fail(
        'disk-unknown',
        'Affiliate Desk could not see how much room the disk has, so it wrote nothing. Check that the disk is there and try again.',
      );
    }
    if (free >= needed) return ok(null);
    return fail(
      'disk-full',
      `There is not enough room on the disk: ${bytesText(free)} are free and ${bytesText(needed)} are needed. ` +
        'Nothing was written. Free some space and try again.',
    );
  }

  return {
    check,
    async grant(bytes) {
      const room = await check(bytes);
      if (!room.ok) return room;
      for (const [id, { expiresMs }] of grants) if (expiresMs <= now()) grants.delete(id);
      const grant: SpaceGrant = { grantId: randomUUID(), bytes, expiresMs: now() + FRESH_MS };
      grants.set(grant.grantId, grant);
      return ok(grant);
    },
    async spend(grantId) {
      const grant = grants.get(grantId);
      grants.delete(grantId);
      if (!grant || grant.expiresMs <= now()) {
        return fail('no-grant', 'The check for free space is too old. Nothing was written. Try again.');
      }
      return check(grant.bytes);
    },
  };
}
