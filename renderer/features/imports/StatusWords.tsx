import { Select } from '#renderer/ui/Select.tsx';
import { WORDS } from '#renderer/ui/StatusMark.tsx';
import { STATUSES, type Status } from '#shared/domain/ledger/fields.ts';

export interface StatusWord {
  /** Lower case. */
  readonly word: string;
  /** null: none yet. */
  readonly meaning: Status | null;
  /** Beside the word: "12 rows". */
  readonly detail?: string;
}

interface Props {
  readonly words: readonly StatusWord[];
  readonly onMeaning: (word: string, meaning: Status) => void;
}

const MEANINGS = STATUSES.map((status) => ({
  value: status,
  label: status === 'unknown' ? 'Not known: leave it as it is' : WORDS[status],
}));

/** The source's words for where a row stands, each with what it means. */
export function StatusWords({ words, onMeaning }: Props) {
  return (
    <ul className="status-words">
      {words.map(({ word, meaning, detail }) => (
        <li key={word}>
          <span className="status-word" title={word}>{`“${word}”`}</span>
          <span className="faint">{detail ?? 'means'}</span>
          <Select
            label={`Meaning of “${word}”`}
            choices={
              meaning === null ? [{ value: 'none' as const, label: 'Choose what it means' }, ...MEANINGS] : MEANINGS
            }
            value={meaning ?? 'none'}
            onChange={(chosen) => {
              if (chosen !== 'none') onMeaning(word, chosen);
            }}
          />
        </li>
      ))}
    </ul>
  );
}
