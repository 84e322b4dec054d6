import { ClipboardList, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '#renderer/session/use-period.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import { repeatWords } from '#shared/domain/tasks/repeat-choice.ts';
import type { TaskTemplate } from '#shared/domain/tasks/task-template.ts';
import type { Format } from '#shared/lib/format.ts';
import { PriorityMark } from './Priority.tsx';
import { removeTemplate } from './rule-steps.ts';
import { TemplateDialog } from './TemplateDialog.tsx';
import { useTaskRules, useTaskTemplates } from './use-templates.ts';

/** Tasks to be written down again and again: by hand, when a new task is made, or by rules. */
export function TemplatesView() {
  const templates = useTaskTemplates();
  const rules = useTaskRules();
  const format = useFormat();
  const [editing, setEditing] = useState<TaskTemplate | 'new' | null>(null);
  if (!templates || !rules) return null;
  const used = (id: string): number => rules.filter(({ templateId }) => templateId === id).length;
  const create = (
    <Button
      kind={templates.length === 0 ? 'primary' : 'normal'}
      size={templates.length === 0 ? 'normal' : 'small'}
      icon={<Plus size={14} aria-hidden="true" />}
      onClick={() => setEditing('new')}
    >
      New template
    </Button>
  );
  return (
    <>
      {templates.length === 0 ? (
        <EmptyState icon={<ClipboardList size={28} aria-hidden="true" />} action={create}>
          Tasks that you write down again and again are kept here, with their steps, and are there when you make a new
          one.
        </EmptyState>
      ) : (
        <div className="task-things">
          <div className="task-things-head">
            <p className="faint">Chosen in a new task, or written by a rule. {'{name}'} is the affiliate’s.</p>
            {create}
          </div>
          <ul aria-label="Task templates">
            {templates.map((template) => (
              <li key={template.id} className="task-thing">
                <div className="task-thing-words">
                  <p className="task-thing-name">
                    <PriorityMark priority={template.priority} />
                    {template.name}
                  </p>
                  <p className="faint small">{templateWords(template, used(template.id), format)}</p>
                </div>
                <Button
                  size="small"
                  kind="quiet"
                  icon={<Pencil size={14} aria-hidden="true" />}
                  onClick={() => setEditing(template)}
                >
                  Edit
                </Button>
                <IconButton
                  label={`Delete the template ${template.name}`}
                  icon={<Trash2 size={14} aria-hidden="true" />}
                  onClick={() => void removeTemplate(template, used(template.id))}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      <TemplateDialog editing={editing} onClose={() => setEditing(null)} />
    </>
  );
}

/** "“Ask {name} for a new photo” · in 3 days or the next workday · every Monday · 4 steps · used by 2 rules" */
function templateWords({ title, dueIn, repeat, steps, time }: TaskTemplate, rules: number, format: Format): string {
  return [
    `“${title}”`,
    dueIn === null ? '' : dueWords(dueIn) + (time === null ? '' : ` at ${format.timeOfDay(time)}`),
    repeat === null ? '' : repeatWords(repeat, format.locale).replace(/^./, (letter) => letter.toLowerCase()),
    steps.length === 0 ? '' : steps.length === 1 ? '1 step' : `${steps.length} steps`,
    rules === 0 ? '' : rules === 1 ? 'used by 1 rule' : `used by ${rules} rules`,
  ]
    .filter((words) => words !== '')
    .join(' · ');
}

const dueWords = (dueIn: number): string =>
  dueIn === 0
    ? 'due that day or the next workday'
    : `due ${dueIn === 1 ? '1 day' : `${dueIn} days`} later or the next workday`;
