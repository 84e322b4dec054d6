import type { Segments } from '#shared/domain/segments/segments.ts';
import type { TaskRule, TaskTrigger } from '#shared/domain/tasks/task-template.ts';

export const TRIGGER_CHOICES: readonly { readonly value: TaskTrigger['kind']; readonly label: string }[] = [
  { value: 'no-contact', label: 'there was no contact' },
  { value: 'contract-ends', label: 'the contract ends' },
  { value: 'code-expires', label: 'a coupon code expires' },
  { value: 'in-segment', label: 'an affiliate comes into a segment' },
];

/** "When there was no contact for 30 days with an affiliate of Micro" */
export function ruleWords({ trigger, segmentId }: TaskRule, segments: Segments): string {
  const nameOf = (id: string): string =>
    segments.list.find((segment) => segment.id === id)?.name ?? 'a segment that is gone';
  const whom = segmentId === '' ? '' : ` of ${nameOf(segmentId)}`;
  switch (trigger.kind) {
    case 'no-contact':
      return `When there was no contact with an affiliate${whom} for ${days(trigger.days)}`;
    case 'contract-ends':
      return `When the contract of an affiliate${whom} ends within ${days(trigger.days)}`;
    case 'code-expires':
      return `When a coupon code of an affiliate${whom} expires within ${days(trigger.days)}`;
    case 'in-segment':
      return `When an affiliate${whom} comes into ${nameOf(trigger.segmentId)}`;
  }
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/** What is not said by the sentence, and would surprise. */
export function ruleNote({ kind }: TaskTrigger): string {
  switch (kind) {
    case 'no-contact':
      return 'Once for each last contact. Whoever has no last contact on their page is left out.';
    case 'contract-ends':
      return 'Once for each last day of a contract. A contract that is over already is left out.';
    case 'code-expires':
      return 'Once for each code and its last day. A code that is over already is left out.';
    case 'in-segment':
      return 'Once for each affiliate. Whoever is in the segment when the rule begins has not come into it.';
  }
}
