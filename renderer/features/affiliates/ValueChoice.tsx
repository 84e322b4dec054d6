import { QuietMenu } from '#renderer/ui/QuietMenu.tsx';

interface Props<Value extends string> {
  readonly label: string;
  readonly words: Readonly<Record<Value, string>>;
  readonly value: Value | '';
  /** What "none of them" is called; left out: one of them always holds. */
  readonly none?: string;
  readonly onChange: (value: Value | '') => void;
}

const NONE = 'none of them';

/** One of a few, chosen in its place. */
export function ValueChoice<Value extends string>({ label, words, value, none, onChange }: Props<Value>) {
  const values = Object.keys(words) as Value[];
  return (
    <div className="value">
      <span className="value-name">{label}</span>
      <span className="value-menu">
        <QuietMenu
          label={label}
          choices={[
            ...(none === undefined ? [] : [{ value: NONE, label: none }]),
            ...values.map((each) => ({ value: each, label: words[each] })),
          ]}
          value={value === '' ? NONE : value}
          onChange={(chosen) => onChange(chosen === NONE ? '' : (chosen as Value))}
        />
      </span>
    </div>
  );
}
