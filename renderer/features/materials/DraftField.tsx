import { useEffect, useRef, useState } from 'react';

interface Props {
  /** Accessible name. */
  readonly label: string;
  readonly value: string;
  /** Hears what stands there when she leaves the field, by whatever way, without the space around it. */
  readonly onKeep: (value: string) => void;
  readonly rows?: number;
  readonly maxLength: number;
  readonly className?: string;
  readonly placeholder?: string;
  readonly type?: 'text' | 'date';
  /** An emptied field goes back to what it was. */
  readonly required?: boolean;
}

/** A field that is changed in its place: what is typed is kept when she leaves it; Esc drops it, Enter keeps it. */
export function DraftField({ label, value, onKeep, rows, maxLength, className = '', required, ...look }: Props) {
  const [draft, setDraft] = useState<{ readonly of: string; readonly text: string } | null>(null);
  // What is stored has changed since: the field follows.
  const text = draft && draft.of === value ? draft.text : value;
  const keep = (): void => {
    setDraft(null);
    const typed = text.trim();
    if (typed !== value && !(required && typed === '')) onKeep(typed);
  };
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });
  useEffect(() => () => latest.current(), []);
  const type = (typed: string): void => setDraft({ of: value, text: typed });
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    const several = rows !== undefined && !(event.ctrlKey || event.metaKey);
    if (event.key === 'Escape' && draft) setDraft(null);
    else if (event.key === 'Enter' && !several) event.currentTarget.blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shared = { 'aria-label': label, maxLength, value: text, onBlur: keep, onKeyDown, ...look };
  return rows === undefined ? (
    <input className={`field ${className}`} {...shared} onChange={({ target }) => type(target.value)} />
  ) : (
    <textarea className={`field ${className}`} rows={rows} {...shared} onChange={({ target }) => type(target.value)} />
  );
}
