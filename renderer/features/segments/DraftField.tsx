import { useState } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  /** Stands behind it: "days", "EUR". */
  readonly unit?: string;
  readonly width: 'short' | 'long';
  /** Hears what was typed, if it is another text than before; false: that cannot be, and what was there stands again. */
  readonly onDone: (text: string) => boolean;
}

/** A field that is taken when she leaves it or presses Enter: each key of a half typed value would be a step to undo. */
export function DraftField(props: Props) {
  // Another value from elsewhere (an undo) takes the place of what stands here.
  return <Draft key={props.value} {...props} />;
}

function Draft({ label, value, unit, width, onDone }: Props) {
  const [draft, setDraft] = useState(value);
  const done = (): void => {
    if (draft.trim() === value || !onDone(draft.trim())) setDraft(value);
  };
  return (
    <span className="segment-draft">
      <input
        className="field"
        data-width={width}
        aria-label={label}
        inputMode={width === 'short' ? 'decimal' : 'text'}
        value={draft}
        maxLength={200}
        onFocus={(event) => event.currentTarget.select()}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={done}
        onKeyDown={(event) => {
          if (event.key === 'Enter') done();
          else if (event.key === 'Escape') setDraft(value);
        }}
      />
      {unit !== undefined && <span className="faint">{unit}</span>}
    </span>
  );
}

/** A whole number from 0, as typed; null if it is none. */
export const wholeNumber = (text: string): number | null => (/^\d{1,5}$/.test(text) ? Number(text) : null);
