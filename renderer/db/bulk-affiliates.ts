import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { tagPlace } from '#shared/domain/affiliates/places.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { database } from './connection.ts';
import { edit } from './journal.ts';
import type { Change } from './records.ts';

/** Which tags come and which go. */
export interface TagWish {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** An affiliate's tags after a wish; what differs in case alone is one tag. */
export function tagsAfter(tags: readonly string[], { add, remove }: TagWish): readonly string[] {
  const gone = new Set(remove.map(tagPlace));
  const kept = tags.filter((tag) => !gone.has(tagPlace(tag)));
  const there = new Set(kept.map(tagPlace));
  return [...kept, ...add.filter((tag) => !there.has(tagPlace(tag)))];
}

/** Adds and removes tags of many affiliates in one step, which can be undone; answers how many it changed. `now`: epoch ms. */
export async function tagAffiliates(ids: readonly string[], wish: TagWish, now: number): Promise<Result<number>> {
  let changed = 0;
  const done = await edit('Change tags', async () => {
    const changes = (await database().affiliates.bulkGet([...ids])).flatMap((before): readonly Change[] => {
      if (!before) return [];
      const tags = tagsAfter(before.tags, wish);
      if (tags.length === before.tags.length && tags.every((tag, at) => tag === before.tags[at])) return [];
      const after: Affiliate = { ...before, tags, editedAt: now };
      return [{ table: 'affiliates', before, after }];
    });
    changed = changes.length;
    return changes;
  });
  return done.ok ? ok(changed) : done;
}
