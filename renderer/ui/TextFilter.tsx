import { Search } from 'lucide-react';

interface Props {
  /** Accessible name. */
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** The field that `/` goes to. Esc empties it, then leaves it. */
export function TextFilter({ label, placeholder, text, onText }: Props) {
  return (
    <label className="text-filter">
      <Search size={14} aria-hidden="true" />
      <span className="hidden-but-read">{label}</span>
      <input
        type="search"
        className="field"
        placeholder={placeholder}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          if (text === '') event.currentTarget.blur();
          else onText('');
        }}
      />
    </label>
  );
}
