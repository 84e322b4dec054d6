import { Pencil, Plus, Trash2, Workflow } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';
import type { TaskRule } from '#shared/domain/tasks/task-template.ts';
import { RuleDialog } from './RuleDialog.tsx';
import { removeRule, saveRule } from './rule-steps.ts';
import { ruleNote, ruleWords } from './rule-words.ts';
import { TemplateDialog } from './TemplateDialog.tsx';
import { useTaskRules, useTaskTemplates } from './use-templates.ts';

interface Props {
  readonly directory: Directory;
  readonly segments: Segments;
}

/** What writes tasks down by itself. */
export function RulesView({ directory, segments }: Props) {
  const rules = useTaskRules();
  const templates = useTaskTemplates();
  const [editing, setEditing] = useState<TaskRule | 'new' | null>(null);
  const [makingTemplate, setMakingTemplate] = useState(false);
  if (!rules || !templates) return null;
  const create = (
    <Button
      kind={rules.length === 0 ? 'primary' : 'normal'}
      size={rules.length === 0 ? 'normal' : 'small'}
      icon={<Plus size={14} aria-hidden="true" />}
      onClick={() => (templates.length === 0 ? setMakingTemplate(true) : setEditing('new'))}
    >
      {templates.length === 0 ? 'New template' : 'New rule'}
    </Button>
  );
  const templateOf = ({ templateId }: TaskRule): string =>
    templates.find(({ id }) => id === templateId)?.name ?? 'a template that is gone';
  return (
    <>
      {rules.length === 0 ? (
        <EmptyState icon={<Workflow size={28} aria-hidden="true" />} action={create}>
          {templates.length === 0
            ? 'A rule writes a task by itself, when there was no contact for a while or a contract ends. It needs a template first, which says what to write.'
            : 'A rule writes a task by itself, once for each occasion: when there was no contact for a while, a contract ends, a code expires, or somebody comes into a segment.'}
        </EmptyState>
      ) : (
        <div className="task-things">
          <div className="task-things-head">
            <p className="faint">
              Each writes one task for an affiliate and an occasion. What you did or deleted does not come back.
            </p>
            {create}
          </div>
          <ul aria-label="Task rules">
            {rules.map((rule) => (
              <li key={rule.id} className="task-thing" data-paused={!rule.active}>
                <div className="task-thing-words">
                  <p className="task-thing-name">{`${ruleWords(rule, segments)}: “${templateOf(rule)}”`}</p>
                  <p className="faint small">{rule.active ? ruleNote(rule.trigger) : 'Paused'}</p>
                </div>
                <Button
                  size="small"
                  kind="quiet"
                  onClick={() =>
                    void saveRule(
                      { ...rule, active: !rule.active },
                      rule.active ? 'Paused the rule' : 'Resumed the rule',
                    )
                  }
                >
                  {rule.active ? 'Pause' : 'Resume'}
                </Button>
                <Button
                  size="small"
                  kind="quiet"
                  icon={<Pencil size={14} aria-hidden="true" />}
                  onClick={() => setEditing(rule)}
                >
                  Edit
                </Button>
                <IconButton
                  label="Delete the rule"
                  icon={<Trash2 size={14} aria-hidden="true" />}
                  onClick={() => void removeRule(rule)}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      <RuleDialog
        editing={editing}
        templates={templates}
        directory={directory}
        segments={segments}
        onClose={() => setEditing(null)}
      />
      <TemplateDialog editing={makingTemplate ? 'new' : null} onClose={() => setMakingTemplate(false)} />
    </>
  );
}
