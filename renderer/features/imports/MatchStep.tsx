import { useState } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { gapsOf, statusWordsIn } from '#shared/domain/imports/matching.ts';
import { FirstRows } from './FirstRows.tsx';
import { MatchColumns } from './MatchColumns.tsx';
import { MatchFields } from './MatchFields.tsx';
import { ownName } from './own-name.ts';
import { StatusWords } from './StatusWords.tsx';
import type { Wizard } from './wizard.ts';
import { close, match, saveColumns } from './wizard-steps.ts';
import './match-step.css';

interface Props {
  readonly ledger: LedgerClient;
  readonly wizard: Extract<Wizard, { kind: 'mapping' }>;
}

/** What each column of a file is, said once: the file is read by it, and every one like it from then on. */
export function MatchStep({ ledger, wizard }: Props) {
  const { file, reading } = wizard;
  const { recognition, settings, look } = reading;
  const [name, setName] = useState(() => proposedName(recognition.profileName, recognition.profileId, ownName(file)));
  const gaps = gapsOf(recognition, settings);
  const words = statusWordsIn(recognition, settings.words, look.sample);
  const ready = gaps.length === 0 && name.trim() !== '';
  return (
    <form
      className="match-step"
      aria-label="Match columns"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void saveColumns(ledger, name.trim());
      }}
    >
      <div className="match-body">
        <h3>{recognition.profileId === '' ? 'A table that is not known yet' : 'What its columns are'}</h3>
        <p className="faint match-lead">
          {look.hint ||
            'Say what its columns are, once. It is kept as a format of yours, and files like this one are read by it from then on.'}
        </p>
        <MatchFields reading={reading} />
        <MatchColumns reading={reading} />
        {words.length > 0 && (
          <section className="match-section" aria-label="Status words">
            <h4>Status words in its first rows</h4>
            <StatusWords
              words={words}
              onMeaning={(word, meaning) =>
                match(recognition, { ...settings, words: { ...settings.words, [word]: meaning } })
              }
            />
          </section>
        )}
        <section className="match-section">
          <h4>Its first rows</h4>
          <FirstRows ledger={ledger} file={file} reading={reading} />
        </section>
      </div>
      <footer className="match-foot">
        <ul className="match-gaps" aria-label="What is missing" aria-live="polite">
          {gaps.map(({ code, message }) => (
            <li key={code}>{message}</li>
          ))}
        </ul>
        <label className="match-name">
          <span>Name of the format</span>
          <input className="field" value={name} maxLength={120} onChange={({ target }) => setName(target.value)} />
        </label>
        <Button type="submit" kind="primary" disabled={!ready}>
          Save and continue
        </Button>
        <Button onClick={() => void close(ledger)}>Cancel</Button>
      </footer>
    </form>
  );
}

/** Hers keeps its name; another's is changed, so that both can be told apart; a new one is called as its files are. */
function proposedName(profileName: string, profileId: string, fileName: string): string {
  if (profileId.startsWith('own:')) return profileName;
  if (profileName !== '') return `${profileName}, my columns`;
  const stem = fileName
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[\d_.,()-]+/g, ' ')
    .trim();
  return stem === '' ? 'My format' : stem.charAt(0).toUpperCase() + stem.slice(1);
}
