import { X } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '#renderer/ui/Button.tsx';
import type { TaskStep } from '#shared/domain/tasks/task.ts';
import { useDraft } from './use-draft.ts';

interface Props {
  readonly steps: readonly TaskStep[];
  /** Left out where nothing can be ticked off yet. */
  readonly canTick?: boolean;
  readonly onChange: (steps: readonly TaskStep[]) => void;
}

/** The small steps of a task: ticked off, put in other words, taken away and added where they stand. */
export function StepsField({ steps, canTick = false, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const become = (id: string, wish: Partial<TaskStep>): void =>
    onChange(steps.map((step) => (step.id === id ? { ...step, ...wish } : step)));
  const add = (): void => {
    const text = typed.trim();
    if (text === '') return;
    onChange([...steps, { id: crypto.randomUUID(), text, done: false }]);
    setTyped('');
  };
  return (
    <div className="steps">
      {steps.length > 0 && (
        <ul aria-label="Steps">
          {steps.map((step) => (
            <li key={step.id} className="step" data-done={step.done}>
              {canTick && (
                <input
                  type="checkbox"
                  aria-label={`Done: ${step.text}`}
                  checked={step.done}
                  onChange={({ target }) => become(step.id, { done: target.checked })}
                />
              )}
              <StepText step={step} onText={(text) => become(step.id, { text })} />
              <IconButton
                label={`Remove “${step.text}”`}
                icon={<X size={14} aria-hidden="true" />}
                onClick={() => onChange(steps.filter(({ id }) => id !== step.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <input
        className="field step-new"
        aria-label="Add a step"
        placeholder="Add a step"
        maxLength={300}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || typed.trim() === '') return;
          event.preventDefault();
          add();
        }}
      />
    </div>
  );
}

function StepText({ step, onText }: { readonly step: TaskStep; readonly onText: (text: string) => void }) {
  const { text, type, keep, drop } = useDraft(step.text, onText, { mayBeEmpty: false });
  return (
    <input
      className="step-text"
      aria-label={`Step: ${step.text}`}
      maxLength={300}
      value={text}
      onChange={(event) => type(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        else if (event.key === 'Escape' && text !== step.text) drop();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
