import { describe, expect, it } from 'vitest';
import type { Checklist } from '#shared/domain/pipeline/checklist.ts';
import { beginChecklist, checklistsToBegin, doneCount, stuck, withTick } from '#shared/domain/pipeline/progress.ts';
import { stageById } from '#shared/domain/pipeline/stage.ts';
import { SUGGESTED_CHECKLISTS } from '#shared/domain/pipeline/suggestions.ts';
import { STAGES } from './people.ts';

const list = (id: string, stageId: string, texts: readonly string[] = ['Terms', 'Tax form']): Checklist => ({
  id,
  name: id,
  stageId,
  items: texts.map((text) => ({ id: text, text })),
  sample: false,
});
const begun = beginChecklist(list('c', 'onboarding'), { id: 'p', affiliateId: 'a', now: 100 });

describe('checklists', () => {
  it('begin with their stage, once an affiliate', () => {
    const lists = [
      list('c', 'onboarding'),
      list('d', 'onboarding'),
      list('e', 'active'),
      list('empty', 'onboarding', []),
    ];
    const starts = (stageId: string | null) =>
      checklistsToBegin(lists, stageId, ['a', 'b'], [begun]).map((each) => `${each.affiliateId} ${each.checklist.id}`);
    expect(starts('onboarding')).toEqual(['a d', 'b c', 'b d']);
    expect(starts('active')).toEqual(['a e', 'b e']);
    expect(starts('found')).toEqual([]);
    // One that begins by hand has no stage, and neither has who leaves the board.
    expect(checklistsToBegin([list('hand', '')], null, ['a'], [])).toEqual([]);
  });

  it('wait at the first item that is open, since the last tick', () => {
    expect(stuck([begun])).toMatchObject([{ done: 0, waits: { text: 'Terms' }, movedAt: 100 }]);
    const ticked = withTick(begun, 'Tax form', 300);
    expect(stuck([ticked])).toMatchObject([{ done: 1, waits: { text: 'Terms' }, movedAt: 300 }]);
    const all = withTick(ticked, 'Terms', 200);
    expect(doneCount(all)).toBe(2);
    expect(stuck([all])).toEqual([]);
    expect(withTick(withTick(begun, 'Terms', 200), 'Terms', null)).toEqual(begun);
  });

  it('come ready-made for stages that the program comes with', () => {
    expect(SUGGESTED_CHECKLISTS).toHaveLength(3);
    for (const { stageId, items } of SUGGESTED_CHECKLISTS) {
      expect(stageById(STAGES, stageId)).not.toBeNull();
      expect(new Set(items).size).toBe(items.length);
    }
  });
});
