import type { ReactNode } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { Sample } from '#shared/domain/imports/look.ts';
import { openQuestions } from '#shared/domain/imports/defaults.ts';
import type { DateOrder, Question, Recognition } from '#shared/domain/imports/types.ts';
import { parseDay } from '#shared/lib/day.ts';
import { CurrencyField, isCurrency } from './CurrencyField.tsx';
import { StatusWords } from './StatusWords.tsx';
import type { Wizard } from './wizard.ts';
import { answer, askAgain, close, match } from './wizard-steps.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly wizard: Extract<Wizard, { kind: 'mapping' }>;
}

/** What the file does not hold, asked once for its source (the day of a report: every time). */
export function Questions({ ledger, wizard }: Props) {
  const { recognition, settings, look } = wizard.reading;
  const set = (wish: Partial<typeof settings>): void => match(recognition, { ...settings, ...wish });
  const complete =
    openQuestions(recognition, settings).length === 0 &&
    (!recognition.questions.includes('currency') || isCurrency(settings.currency));
  const asked = recognition.questions;
  // A shop's own orders belong to no program: what keeps those of two shops apart is the shop.
  const isShop = recognition.kind === 'orders';
  const field = (question: Question, focused: boolean): ReactNode => {
    switch (question) {
      case 'program':
      case 'partner':
        return (
          <Asked
            key={question}
            label={isShop ? 'Shop' : LABELS[question]}
            why={isShop ? 'The export does not name the shop it is from.' : WHY[question]}
          >
            <input
              className="field"
              autoFocus={focused}
              value={settings[question]}
              placeholder={question === 'program' ? 'Pawsome Pets US' : 'Barkly Reviews, or their id'}
              maxLength={120}
              onChange={({ target }) => set({ [question]: target.value })}
            />
          </Asked>
        );
      case 'currency':
        return (
          <Asked key={question} label={LABELS[question]} why={WHY[question]}>
            <CurrencyField autoFocus={focused} value={settings.currency} onChange={(currency) => set({ currency })} />
          </Asked>
        );
      case 'day':
        return (
          <Asked key={question} label={LABELS[question]} why={WHY[question]}>
            <input
              type="date"
              className="field"
              autoFocus={focused}
              value={settings.day}
              onChange={({ target }) => set({ day: parseDay(target.value) ?? '' })}
            />
          </Asked>
        );
      case 'dateOrder':
        return (
          <div key={question} className="import-question">
            <span>{LABELS[question]}</span>
            <DateOrderSelect
              example={ambiguousDate(recognition, look.sample)}
              value={settings.dateOrder}
              onChange={(dateOrder) => set({ dateOrder })}
            />
            <span className="faint">{WHY[question]}</span>
          </div>
        );
      case 'words':
        return (
          <div key={question} className="import-question-words">
            <p className="faint">{WHY.words}</p>
            <StatusWords
              words={recognition.disputed.map((word) => ({ word, meaning: settings.words[word] ?? null }))}
              onMeaning={(word, meaning) => set({ words: { ...settings.words, [word]: meaning } })}
            />
          </div>
        );
    }
  };
  return (
    <form
      className="step-box import-questions"
      onSubmit={(event) => {
        event.preventDefault();
        if (!complete) return;
        match(recognition, { ...settings, program: settings.program.trim(), partner: settings.partner.trim() });
        void answer(ledger);
      }}
    >
      <h3>{`Asked once for ${recognition.profileName}`}</h3>
      {asked.map((question, index) => field(question, index === 0))}
      <div className="import-buttons">
        <Button type="submit" kind="primary" disabled={!complete}>
          Continue
        </Button>
        <Button onClick={() => void close(ledger)}>Cancel</Button>
        <Button kind="quiet" onClick={() => void askAgain(ledger, 'columns')}>
          Change columns
        </Button>
      </div>
    </form>
  );
}

const LABELS: Readonly<Record<Exclude<Question, 'words'>, string>> = {
  program: 'Program',
  currency: 'Currency',
  partner: 'Affiliate',
  dateOrder: 'Dates',
  day: 'Last day',
};

const WHY: Readonly<Record<Question, string>> = {
  program: 'The export does not name the program it is from.',
  currency: 'The export has amounts without a currency.',
  partner: 'A publisher’s own export does not say who the publisher is.',
  dateOrder: 'Its dates can be read both ways.',
  day: 'The report names no day. On which one does it end? Asked for every file.',
  words: 'Networks and their users disagree about these status words. What do they mean in your program?',
};

const Asked = (props: { readonly label: string; readonly why: string; readonly children: ReactNode }) => (
  <label className="import-question">
    <span>{props.label}</span>
    {props.children}
    <span className="faint">{props.why}</span>
  </label>
);

/** Day or month first, shown by a date of the file. */
export function DateOrderSelect(props: {
  readonly example: string;
  readonly value: DateOrder | '';
  readonly onChange: (order: DateOrder) => void;
}) {
  const { example, value, onChange } = props;
  const choices = [
    { value: 'dmy' as const, label: `Day first${meaning(example, 'dmy')}` },
    { value: 'mdy' as const, label: `Month first${meaning(example, 'mdy')}` },
  ];
  return (
    <Select
      label="Order of dates"
      choices={value === '' ? [{ value: '' as const, label: 'Choose' }, ...choices] : choices}
      value={value}
      onChange={(chosen) => {
        if (chosen !== '') onChange(chosen);
      }}
    />
  );
}

const MONTH = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });

/** ": 03/04/2026 is April 3" */
function meaning(example: string, order: DateOrder): string {
  const parts = /^\s*(\d{1,2})\D(\d{1,2})\D/.exec(example);
  if (!parts) return '';
  const [first, second] = [Number(parts[1]), Number(parts[2])];
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  return `: ${example.trim().slice(0, 10)} is ${MONTH.format(Date.UTC(2000, month - 1, 1))} ${day}`;
}

/** A date of the sample that is another day in each order. */
export function ambiguousDate({ mapping }: Recognition, { cells }: Sample): string {
  const places = mapping.filter(({ layout }) => layout === 'ask').map(({ index }) => index);
  const dates = cells.flatMap((row) => places.map((at) => row[at] ?? ''));
  const isTelling = (text: string): boolean => {
    const parts = /^\s*(\d{1,2})\D(\d{1,2})\D/.exec(text);
    return parts !== null && Number(parts[1]) !== Number(parts[2]);
  };
  return dates.find(isTelling) ?? '';
}
