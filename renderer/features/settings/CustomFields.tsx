import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { chooseStep } from '#renderer/session/choose-step.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Select, type Choice } from '#renderer/ui/Select.tsx';
import type { CustomField, CustomKind } from '#shared/domain/affiliates/custom-field.ts';

const KINDS: readonly Choice<CustomKind>[] = [
  { value: 'text', label: 'Text' },
  { value: 'number', label: 'Number' },
  { value: 'date', label: 'Date' },
  { value: 'choice', label: 'Choice' },
];

/** The fields that she wants on every affiliate. What affiliates have in one that is removed comes back with it. */
export function CustomFields() {
  const fields = usePreferences((state) => state.customFields);
  const choose = (label: string, customFields: readonly CustomField[]): void => chooseStep(label, { customFields });
  const move = (at: number, by: 1 | -1): void => {
    const field = fields[at];
    if (field) choose(`Moved the field ${field.name}`, fields.toSpliced(at, 1).toSpliced(at + by, 0, field));
  };
  return (
    <div className="own-fields">
      {fields.length > 0 && (
        <ul aria-label="Your own fields">
          {fields.map((field, at) => (
            <li key={field.id}>
              <div className="own-field">
                <Taken
                  key={field.name}
                  label={`Name of ${field.name}`}
                  value={field.name}
                  onTake={(name) => {
                    if (name === '' || isTaken(fields, name, field.id)) return false;
                    choose(`Renamed the field ${field.name} to ${name}`, fields.with(at, { ...field, name }));
                    return true;
                  }}
                />
                <Select
                  label={`Kind of ${field.name}`}
                  choices={KINDS}
                  value={field.kind}
                  onChange={(kind) =>
                    choose(`The field ${field.name} is a ${kind}`, fields.with(at, { ...field, kind }))
                  }
                />
                <IconButton
                  label={`Move ${field.name} up`}
                  icon={<ArrowUp size={14} aria-hidden="true" />}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                />
                <IconButton
                  label={`Move ${field.name} down`}
                  icon={<ArrowDown size={14} aria-hidden="true" />}
                  disabled={at === fields.length - 1}
                  onClick={() => move(at, 1)}
                />
                <IconButton
                  label={`Remove ${field.name}`}
                  icon={<Trash2 size={14} aria-hidden="true" />}
                  onClick={() => choose(`Removed the field ${field.name}`, fields.toSpliced(at, 1))}
                />
              </div>
              {field.kind === 'choice' && (
                <Taken
                  key={field.choices.join()}
                  label={`Choices of ${field.name}`}
                  placeholder="Gold, Silver, Bronze"
                  value={field.choices.join(', ')}
                  onTake={(typed) => {
                    const choices = partsOf(typed);
                    choose(
                      `Choices of ${field.name}: ${choices.join(', ') || 'none'}`,
                      fields.with(at, { ...field, choices }),
                    );
                    return true;
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <NewField fields={fields} />
    </div>
  );
}

const isTaken = (fields: readonly CustomField[], name: string, id: string | null): boolean =>
  fields.some((each) => each.id !== id && each.name.toLowerCase() === name.toLowerCase());

const partsOf = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/[,;]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

function NewField({ fields }: { readonly fields: readonly CustomField[] }) {
  const [draft, setDraft] = useState('');
  const [kind, setKind] = useState<CustomKind>('text');
  const name = draft.trim();
  const taken = isTaken(fields, name, null);
  return (
    <form
      className="own-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (name === '' || taken) return;
        const field: CustomField = { id: crypto.randomUUID(), name, kind, choices: [] };
        chooseStep(`Added the field ${name}`, { customFields: [...fields, field] });
        setDraft('');
      }}
    >
      <input
        className="field"
        aria-label="Name of a new field"
        placeholder="Name of a new field"
        maxLength={60}
        value={draft}
        onChange={({ target }) => setDraft(target.value)}
      />
      <Select label="Kind of the new field" choices={KINDS} value={kind} onChange={setKind} />
      <Button type="submit" size="small" disabled={name === '' || taken} icon={<Plus size={14} aria-hidden="true" />}>
        Add
      </Button>
      {taken && <span className="faint small">There is one of that name</span>}
    </form>
  );
}

interface TakenProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** False: what there was stays. */
  readonly onTake: (typed: string) => boolean;
}

/** Taken when she leaves the field or presses Enter. */
export function Taken({ label, value, placeholder, onTake }: TakenProps) {
  const [draft, setDraft] = useState(value);
  const take = (): void => {
    const typed = draft.trim();
    if (typed === value || !onTake(typed)) setDraft(value);
  };
  return (
    <input
      className="field"
      aria-label={label}
      placeholder={placeholder}
      maxLength={1000}
      value={draft}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}
