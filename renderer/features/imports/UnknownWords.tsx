import { useState } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { Settings } from '#shared/domain/imports/types.ts';
import type { UnknownWord } from '#shared/domain/ledger/unknown-words.ts';
import { counted } from './effect-words.ts';
import { StatusWords } from './StatusWords.tsx';
import { readAnew } from './wizard-steps.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly words: readonly UnknownWord[];
  readonly settings: Settings;
  readonly disabled: boolean;
}

/** Status words that nobody has given a meaning: kept as they are unless she does. */
export function UnknownWords({ ledger, words, settings, disabled }: Props) {
  const format = useFormat();
  const [given, setGiven] = useState<Settings['words']>({});
  const many = Object.keys(given).length;
  return (
    <section className="import-words" aria-label="Status words without a meaning">
      <p>
        {words.length === 1
          ? 'One status word has no meaning here yet. Its rows are imported with the status not known.'
          : `${format.count(words.length)} status words have no meaning here yet. Their rows are imported with the status not known.`}
      </p>
      <StatusWords
        words={words.map(({ word, count }) => ({
          word,
          meaning: given[word.toLowerCase()] ?? null,
          detail: counted(count, 'row', 'rows', format),
        }))}
        onMeaning={(word, meaning) => setGiven({ ...given, [word.toLowerCase()]: meaning })}
      />
      {many > 0 && (
        <div className="import-buttons">
          <Button
            size="small"
            disabled={disabled}
            onClick={() => void readAnew(ledger, { settings: { ...settings, words: { ...settings.words, ...given } } })}
          >
            {many === 1 ? 'Use this meaning' : 'Use these meanings'}
          </Button>
        </div>
      )}
    </section>
  );
}
