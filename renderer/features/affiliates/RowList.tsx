import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import type { Saved } from './edit-steps.ts';

export interface RowField {
  readonly name: string;
  readonly label: string;
  readonly kind?: 'text' | 'date';
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

export type Draft = Readonly<Record<string, string>>;

/** Stands for one that is not there yet. */
const NEW = 'new one';

interface Props<T> {
  readonly title: string;
  /** What one of them is called: "contact". */
  readonly one: string;
  readonly items: readonly T[];
  /** Names one among all, where they come and go by other hands; else it is its place. */
  readonly keyOf?: (item: T) => string;
  readonly show: (item: T) => ReactNode;
  /** What stands beside one and does something else with it. */
  readonly beside?: (item: T) => ReactNode;
  readonly fields: readonly RowField[];
  /** null: of a new one. */
  readonly draftOf: (item: T | null) => Draft;
  /** `at` null: a new one. */
  readonly onSave: (at: number | null, draft: Draft) => Saved;
  readonly onRemove: (at: number) => void;
}

/** Several of a kind, each changed in its place; a new one is added below. */
export function RowList<T>(props: Props<T>) {
  const { title, one, items, keyOf, show, beside } = props;
  const [open, setOpen] = useState<string | null>(null);
  // By the time one is saved she may have opened another.
  const closer = (which: string) => (): void => setOpen((now) => (now === which ? null : now));
  return (
    <section className="rows" aria-label={title}>
      <header className="rows-head">
        <h3>{title}</h3>
        <Button
          kind="quiet"
          size="small"
          aria-label={`Add ${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`}
          icon={<Plus size={14} aria-hidden="true" />}
          onClick={() => setOpen(NEW)}
        />
      </header>
      {items.length === 0 && open !== NEW && <p className="rows-none">None yet</p>}
      <ul>
        {items.map((item, at) => {
          const key = keyOf?.(item) ?? String(at);
          return (
            <li key={key}>
              {open === key ? (
                <RowForm {...props} at={at} onClose={closer(key)} />
              ) : (
                <span className="row-line">
                  <button
                    type="button"
                    className="value-shown text-selectable"
                    title={`Change this ${one}`}
                    onClick={() => setOpen(key)}
                    onKeyDown={(event) => {
                      if (event.key.toLowerCase() !== 'e' || event.ctrlKey || event.metaKey || event.altKey) return;
                      event.preventDefault();
                      setOpen(key);
                    }}
                  >
                    {show(item)}
                  </button>
                  {beside?.(item)}
                </span>
              )}
            </li>
          );
        })}
        {open === NEW && (
          <li>
            <RowForm {...props} at={null} onClose={closer(NEW)} />
          </li>
        )}
      </ul>
    </section>
  );
}

interface FormProps<T> extends Props<T> {
  readonly at: number | null;
  readonly onClose: () => void;
}

function RowForm<T>({ one, items, fields, draftOf, onSave, onRemove, at, onClose }: FormProps<T>) {
  const [draft, setDraft] = useState(() => draftOf(at === null ? null : (items[at] ?? null)));
  const [wrong, setWrong] = useState('');
  const save = async (): Promise<void> => {
    const trimmed = Object.fromEntries(Object.entries(draft).map(([name, text]) => [name, text.trim()]));
    const problem = await onSave(at, trimmed);
    if (problem === null) onClose();
    else setWrong(problem);
  };
  const change = (name: string, text: string): void => {
    setDraft({ ...draft, [name]: text });
    setWrong('');
  };
  return (
    <form
      className="row-form"
      aria-label={at === null ? `New ${one}` : `Change the ${one}`}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      {fields.map(({ name, label, kind = 'text', choices }, index) => (
        <label key={name}>
          <span>{label}</span>
          {choices ? (
            <select className="field" value={draft[name]} onChange={({ target }) => change(name, target.value)}>
              {choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </select>
          ) : (
            <input
              className="field"
              type={kind}
              max={kind === 'date' ? '9999-12-31' : undefined}
              maxLength={300}
              autoFocus={index === fields.findIndex((each) => !each.choices)}
              value={draft[name] ?? ''}
              onChange={({ target }) => change(name, target.value)}
            />
          )}
        </label>
      ))}
      {wrong !== '' && (
        <p className="value-wrong" role="alert">
          {wrong}
        </p>
      )}
      <div className="row-form-foot">
        <Button type="submit" kind="primary" size="small">
          Save
        </Button>
        <Button size="small" onClick={onClose}>
          Cancel
        </Button>
        {at !== null && (
          <Button
            kind="quiet"
            size="small"
            onClick={() => {
              onRemove(at);
              onClose();
            }}
          >
            Remove
          </Button>
        )}
      </div>
    </form>
  );
}
