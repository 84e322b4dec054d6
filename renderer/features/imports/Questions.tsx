import { useState } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { Question } from '#shared/domain/imports/types.ts';
import type { Wizard } from './wizard.ts';
import { answer, close } from './wizard-store.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly wizard: Extract<Wizard, { kind: 'mapping' }>;
}

const WORDS: Readonly<Record<Question, { readonly label: string; readonly why: string; readonly example: string }>> = {
  program: {
    label: 'Program',
    why: 'The export does not name the program it is from.',
    example: 'Pawsome Pets US',
  },
  currency: {
    label: 'Currency',
    why: 'The export has amounts without a currency.',
    example: 'USD',
  },
};

/** A code of three letters that stands for a currency; the runtime knows which do. */
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** What the file does not hold, asked once for its source. */
export function Questions({ ledger, wizard }: Props) {
  const { recognition } = wizard;
  const [settings, setSettings] = useState(wizard.settings);
  const isAnswered = (question: Question): boolean =>
    question === 'currency' ? CURRENCIES.has(settings.currency) : settings.program.trim() !== '';
  const complete = recognition.questions.every(isAnswered);
  return (
    <form
      className="step-box import-questions"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) void answer(ledger, recognition, { ...settings, program: settings.program.trim() });
      }}
    >
      <h3>{`Asked once for ${recognition.profileName}`}</h3>
      {recognition.questions.map((question, index) => (
        <label key={question} className="import-question">
          <span>{WORDS[question].label}</span>
          <input
            className="field"
            autoFocus={index === 0}
            value={settings[question]}
            placeholder={WORDS[question].example}
            list={question === 'currency' ? 'currencies' : undefined}
            maxLength={question === 'currency' ? 3 : 120}
            onChange={(event) => {
              const { value } = event.target;
              setSettings({ ...settings, [question]: question === 'currency' ? value.toUpperCase() : value });
            }}
          />
          <span className="faint">{WORDS[question].why}</span>
        </label>
      ))}
      <datalist id="currencies">
        {['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'JPY'].map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
      <div className="import-buttons">
        <Button type="submit" kind="primary" disabled={!complete}>
          Continue
        </Button>
        <Button onClick={() => void close(ledger)}>Cancel</Button>
      </div>
    </form>
  );
}
