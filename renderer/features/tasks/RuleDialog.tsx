import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { allRuleMarks } from '#renderer/db/task-templates.ts';
import { useToday } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select, type Choice } from '#renderer/ui/Select.tsx';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';
import { ruleWork } from '#shared/domain/tasks/rules.ts';
import type { TaskRule, TaskTemplate, TaskTrigger } from '#shared/domain/tasks/task-template.ts';
import { NumberField } from './NumberField.tsx';
import { saveRule } from './rule-steps.ts';
import { ruleNote, TRIGGER_CHOICES } from './rule-words.ts';
import { useCalendar } from './use-calendar.ts';

interface Props {
  readonly editing: TaskRule | 'new' | null;
  readonly templates: readonly TaskTemplate[];
  readonly directory: Directory;
  readonly segments: Segments;
  readonly onClose: () => void;
}

/** A rule, made or changed: a sentence whose words are chosen. */
export function RuleDialog({ editing, ...facts }: Props) {
  return (
    <Dialog open={editing !== null} onClose={facts.onClose} title={editing === 'new' ? 'New rule' : 'Rule'} width={560}>
      {editing !== null && <RuleForm rule={editing === 'new' ? newRule(facts.templates) : editing} {...facts} />}
    </Dialog>
  );
}

const newRule = (templates: readonly TaskTemplate[]): TaskRule => ({
  id: crypto.randomUUID(),
  trigger: { kind: 'no-contact', days: 30 },
  templateId: templates[0]?.id ?? '',
  segmentId: '',
  active: true,
  sample: false,
});

function RuleForm({
  rule,
  templates,
  directory,
  segments,
  onClose,
}: Omit<Props, 'editing'> & { readonly rule: TaskRule }) {
  const [draft, setDraft] = useState(rule);
  const { trigger } = draft;
  const become = (wish: Partial<TaskRule>): void => setDraft((before) => ({ ...before, ...wish }));
  const now = useWrittenNow(draft, { templates, directory, segments });
  const segmentChoices: readonly Choice<string>[] = segments.list.map(({ id, name }) => ({ value: id, label: name }));
  const complete =
    templates.some(({ id }) => id === draft.templateId) &&
    (trigger.kind !== 'in-segment' || segments.list.some(({ id }) => id === trigger.segmentId));
  const choose = (kind: TaskTrigger['kind']): void =>
    become({
      trigger:
        kind === 'in-segment'
          ? { kind, segmentId: segments.list[0]?.id ?? '' }
          : { kind, days: trigger.kind === 'in-segment' ? 30 : trigger.days },
    });
  return (
    <form
      className="task-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) void saveRule(draft, 'Rule saved').then((done) => done && onClose());
      }}
    >
      <span className="task-form-name">When</span>
      <span className="repeat-words">
        <Select
          label="When"
          choices={
            segments.list.length === 0 ? TRIGGER_CHOICES.filter(({ value }) => value !== 'in-segment') : TRIGGER_CHOICES
          }
          value={trigger.kind}
          onChange={choose}
        />
        {trigger.kind === 'in-segment' ? (
          <Select
            label="Segment"
            choices={segmentChoices}
            value={trigger.segmentId}
            onChange={(segmentId) => become({ trigger: { kind: 'in-segment', segmentId } })}
          />
        ) : (
          <>
            {trigger.kind === 'no-contact' ? 'for' : 'within'}
            <NumberField
              label="Days"
              min={1}
              max={999}
              value={trigger.days}
              onChange={(days) => become({ trigger: { ...trigger, days } })}
            />
            {trigger.days === 1 ? 'day' : 'days'}
          </>
        )}
      </span>
      <span className="task-form-name">Of</span>
      <span>
        <Select
          label="Of"
          choices={[{ value: '', label: 'any affiliate' }, ...segmentChoices]}
          value={draft.segmentId}
          onChange={(segmentId) => become({ segmentId })}
        />
      </span>
      <span className="task-form-name">Write</span>
      <span>
        <Select
          label="Template"
          choices={templates.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.templateId}
          onChange={(templateId) => become({ templateId })}
        />
      </span>
      <p className="task-form-whole faint small" role="status">
        {ruleNote(trigger)} {nowWords(now)}
      </p>
      <div className="task-form-foot">
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="primary" type="submit" disabled={!complete}>
          Save rule
        </Button>
      </div>
    </form>
  );
}

/** How many tasks the rule would write at once. */
function useWrittenNow(rule: TaskRule, facts: Pick<Props, 'templates' | 'directory' | 'segments'>): number {
  const marks = useLiveQuery(allRuleMarks);
  const today = useToday();
  const calendar = useCalendar();
  if (!marks) return 0;
  return ruleWork({
    rules: [rule],
    templates: facts.templates,
    affiliates: facts.directory.affiliates,
    members: (segmentId) => facts.segments.members(segmentId),
    marks,
    today,
    calendar,
    now: 0,
    newId: () => '',
  }).tasks.length;
}

const nowWords = (count: number): string =>
  count === 0
    ? 'Nothing is written now.'
    : count === 1
      ? '1 task is written at once.'
      : `${count} tasks are written at once.`;
