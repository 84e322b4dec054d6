import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { CellEditor } from './data-table-parts.ts';

/** Where she goes from a cell that she has changed. */
export type Leaving = 'stay' | 'next' | 'previous' | 'away';

interface Props<Row> {
  /** Accessible name: the column's. */
  readonly label: string;
  readonly row: Row;
  readonly editor: CellEditor<Row>;
  readonly onLeave: (to: Leaving) => void;
}

/** A cell that is being changed: Enter saves and stays, Tab saves and goes on, Esc leaves it as it was. */
export function CellField<Row>({ label, row, editor, onLeave }: Props<Row>) {
  const [before] = useState(() => editor.value(row));
  const [text, setText] = useState(before);
  const [problem, setProblem] = useState('');
  const left = useRef(false);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const id = useId();

  useEffect(() => {
    field.current?.focus();
    if (editor.kind !== 'choice' && editor.kind !== 'day') field.current?.select();
  }, [editor.kind]);

  const leave = async (to: Leaving): Promise<void> => {
    if (left.current) return;
    left.current = true;
    const wrong = text === before ? null : await editor.save(row, text);
    if (wrong === null) return onLeave(to);
    left.current = false;
    setProblem(wrong);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      left.current = true;
      onLeave('stay');
    } else if (event.key === 'Enter') void leave('stay');
    else if (event.key === 'Tab') void leave(event.shiftKey ? 'previous' : 'next');
    else return;
    event.preventDefault();
  };
  const shared = {
    ref: field,
    className: 'field data-table-field',
    'aria-label': label,
    'aria-invalid': problem !== '',
    'aria-describedby': problem === '' ? undefined : `${id}-problem`,
    value: text,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => setText(target.value),
    onKeyDown,
    onBlur: () => void leave('away'),
  };
  return (
    <span
      className="data-table-editor"
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {editor.kind === 'choice' ? (
        <select {...shared}>
          {editor.choices?.map(({ value, label: name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type={editor.kind === 'day' ? 'date' : 'text'}
          inputMode={editor.kind === 'number' ? 'decimal' : undefined}
          max={editor.kind === 'day' ? '9999-12-31' : undefined}
          maxLength={editor.kind === 'day' ? undefined : 1000}
          list={editor.kind === 'tags' ? `${id}-known` : undefined}
          autoComplete="off"
        />
      )}
      {editor.kind === 'tags' && (
        <datalist id={`${id}-known`}>
          {offered(text, editor.choices ?? []).map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
      {problem !== '' && (
        <span id={`${id}-problem`} role="alert" className="data-table-problem">
          {problem}
        </span>
      )}
    </span>
  );
}

/** What is typed with each of those behind it that do not stand there yet. */
function offered(text: string, choices: readonly { readonly value: string }[]): readonly string[] {
  const comma = text.lastIndexOf(',');
  const said = comma < 0 ? '' : `${text.slice(0, comma)}, `;
  const there = text.split(',').map((part) => part.trim().toLowerCase());
  return choices.flatMap(({ value }) => (there.includes(value.toLowerCase()) ? [] : [said + value]));
}
