import { useRef, useState, type ReactNode } from 'react';
import type { Saved } from './edit-steps.ts';

interface Props {
  readonly label: string;
  /** As it is typed; '' for nothing. */
  readonly value: string;
  /** As it is read, where that is something else. */
  readonly shown?: ReactNode;
  readonly kind?: 'text' | 'long' | 'date' | 'number';
  readonly maxLength?: number;
  /** Offered while she types. */
  readonly known?: readonly string[];
  readonly onSave: (typed: string) => Saved;
}

/** One value that is read, and typed in its place: click or E begins, Enter or leaving saves, Esc leaves it as it was. */
export function ValueField(props: Props) {
  const { label, value, shown, kind = 'text' } = props;
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div className="value">
      <span className="value-name">{label}</span>
      {editing ? (
        <ValueInput
          {...props}
          onDone={(focus) => {
            setEditing(false);
            if (focus) requestAnimationFrame(() => button.current?.focus());
          }}
        />
      ) : (
        <button
          ref={button}
          type="button"
          className={`value-shown${kind === 'long' ? ' value-long' : ''}`}
          onClick={() => setEditing(true)}
          onKeyDown={(event) => {
            if (event.key.toLowerCase() !== 'e' || event.ctrlKey || event.metaKey || event.altKey) return;
            event.preventDefault();
            setEditing(true);
          }}
        >
          <span className="hidden-but-read">{`${label}: `}</span>
          {value === '' ? <span className="value-none">{shown ?? 'Add'}</span> : (shown ?? value)}
        </button>
      )}
    </div>
  );
}

interface InputProps extends Props {
  /** `focus`: she ended it with a key, and goes on from here. */
  readonly onDone: (focus: boolean) => void;
}

function ValueInput({ label, value, kind = 'text', maxLength = 300, known, onSave, onDone }: InputProps) {
  const [draft, setDraft] = useState(value);
  const [wrong, setWrong] = useState('');
  const ended = useRef(false);
  const save = async (focus: boolean): Promise<void> => {
    if (ended.current) return;
    if (draft.trim() === value.trim()) return end(focus);
    const problem = await onSave(draft.trim());
    if (problem === null) end(focus);
    else setWrong(problem);
  };
  const end = (focus: boolean): void => {
    ended.current = true;
    onDone(focus);
  };
  const shared = {
    className: 'field',
    'aria-label': label,
    'aria-invalid': wrong !== '',
    autoFocus: true,
    maxLength,
    value: draft,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => {
      setDraft(target.value);
      setWrong('');
    },
    // What is wrong is not saved by leaving it: the value stays what it was.
    onBlur: () => (wrong === '' ? void save(false) : end(false)),
    onKeyDown: (event: React.KeyboardEvent) => {
      const saves = event.key === 'Enter' && (kind !== 'long' || event.ctrlKey || event.metaKey);
      if (saves) void save(true);
      else if (event.key === 'Escape') end(true);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  return (
    <span className="value-edit">
      {kind === 'long' ? (
        <textarea rows={4} {...shared} />
      ) : (
        <input
          type={kind === 'date' ? 'date' : 'text'}
          inputMode={kind === 'number' ? 'decimal' : undefined}
          max={kind === 'date' ? '9999-12-31' : undefined}
          list={known ? `known ${label}` : undefined}
          {...shared}
        />
      )}
      {known && (
        <datalist id={`known ${label}`}>
          {known.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      {wrong !== '' && (
        <span className="value-wrong" role="alert">
          {wrong}
        </span>
      )}
    </span>
  );
}
