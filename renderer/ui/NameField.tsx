import { useState } from 'react';

interface Props {
  readonly label: string;
  readonly name: string;
  readonly maxLength: number;
  readonly className: string;
  /** Hears the new name, or null if it stays as it was; from then on the field is not needed. */
  readonly onDone: (name: string | null) => void;
}

/** A field to change a name in: Enter or leaving it saves, Esc leaves the name as it was. */
export function NameField({ label, name, maxLength, className, onDone }: Props) {
  const [draft, setDraft] = useState(name);
  const given = draft.trim();
  return (
    <input
      className={className}
      aria-label={label}
      autoFocus
      value={draft}
      maxLength={maxLength}
      onFocus={(event) => event.currentTarget.select()}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={() => onDone(given === '' || given === name ? null : given)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        else if (event.key === 'Escape') onDone(null);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
