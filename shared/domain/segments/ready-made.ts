import { stageForPartners, type Stage } from '../pipeline/stage.ts';
import type { SavedSegment, SegmentRule } from './segment.ts';

export interface ReadyMade extends Pick<SavedSegment, 'name' | 'match' | 'rules'> {
  readonly id: string;
}

const rule = (
  field: string,
  operator: string,
  value: SegmentRule['value'] = '',
  days: number | null = null,
): SegmentRule => ({ field, operator, value, days });

/** Segments to begin with: hers to change once they are taken. Partners are those in the stage for whom the program runs. */
export function readyMade(stages: readonly Stage[]): readonly ReadyMade[] {
  const active = stageForPartners(stages);
  const partners = active ? [rule('stage', 'is', [active.id])] : [];
  return [
    {
      id: 'quiet-micro',
      name: 'Active micro-affiliates without a sale',
      match: 'all',
      rules: [...partners, rule('tier', 'is', ['micro']), rule('conversions', 'none', '', 60)],
    },
    { id: 'no-contact', name: 'No contact in 30 days', match: 'all', rules: [rule('lastContact', 'not-in-last', 30)] },
    { id: 'contract-ends', name: 'Contract ends soon', match: 'all', rules: [rule('contractEnd', 'in-next', 30)] },
    {
      id: 'many-reversals',
      name: 'Many reversals',
      match: 'all',
      rules: [rule('reversalRate', 'at-least', 0.2, 90), rule('conversions', 'at-least', 5, 90)],
    },
    {
      id: 'clicks-no-sale',
      name: 'Clicks but no sale',
      match: 'all',
      rules: [rule('clicks', 'at-least', 50, 30), rule('conversions', 'none', '', 30)],
    },
  ];
}
