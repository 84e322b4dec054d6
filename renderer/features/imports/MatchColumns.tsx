import { useMemo } from 'react';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import type { Choice } from '#renderer/ui/Select.tsx';
import { fieldAt, withExtra, withField, type MatchField } from '#shared/domain/imports/matching.ts';
import { FIELDS_OF } from '#shared/domain/imports/field-names.ts';
import { suggest, TAKEN } from '#shared/domain/imports/suggest.ts';
import type { Suggestion } from '#shared/domain/imports/look.ts';
import type { Recognition } from '#shared/domain/imports/types.ts';
import { Confidence } from './Confidence.tsx';
import { fieldName } from './kind-words.ts';
import type { Reading } from './wizard.ts';
import { match } from './wizard-steps.ts';

const SAMPLES = 3;

/** A line for each column: its name, what stands in it, what it is, how sure that is, whether it is kept if it is nothing. */
export function MatchColumns({ reading }: { readonly reading: Reading }) {
  const { recognition, settings, look } = reading;
  const { header, kind } = recognition;
  const { sample } = look;
  const choices = useMemo(
    () => FIELDS_OF[kind].map((field): Choice<string> => ({ value: field, label: fieldName(kind, field) })),
    [kind],
  );
  const guesses = useMemo(() => {
    const bare: Recognition = { ...look.recognition, kind, mapping: [] };
    return new Map(suggest(bare, sample).map((guess) => [guess.index, guess]));
  }, [look.recognition, kind, sample]);
  const put = (next: Recognition): void => match(next, settings);
  const free = header.map((_, index) => index).filter((index) => fieldAt(recognition, index) === null);
  const kept = free.filter((index) => recognition.extras.includes(index)).length;
  return (
    <table className="match-columns">
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">First values</th>
          <th scope="col">What it is</th>
          <th scope="col">How sure</th>
          <th scope="col">
            <label className="match-keep">
              <input
                type="checkbox"
                aria-label="Keep all other columns"
                checked={kept === free.length && free.length > 0}
                disabled={free.length === 0}
                ref={(box) => {
                  if (box) box.indeterminate = kept > 0 && kept < free.length;
                }}
                onChange={({ target }) =>
                  put(free.reduce((all, index) => withExtra(all, index, target.checked), recognition))
                }
              />
              Keep
            </label>
          </th>
        </tr>
      </thead>
      <tbody>
        {header.map((name, index) => {
          const field = fieldAt(recognition, index);
          const guess = guesses.get(index);
          const label = name === '' ? `Column ${index + 1}` : name;
          return (
            <tr key={index} data-used={field !== null}>
              <th scope="row" title={label}>
                {label}
              </th>
              <td className="match-samples">
                {samplesOf(sample.cells, index).map((value, at) => (
                  <span key={at} title={value}>
                    {value}
                  </span>
                ))}
              </td>
              <td>
                <ComboBox
                  key={`${kind} ${field ?? ''}`}
                  label={`What ${label} is`}
                  choices={choices}
                  value={field}
                  placeholder="Nothing of these"
                  none="No field of that name"
                  onChange={(chosen) => put(withField(recognition, sample, index, chosen as MatchField | null))}
                />
              </td>
              <td>
                <HowSure
                  field={field}
                  guess={guess}
                  known={look.recognition.profileId !== '' && field === fieldAt(look.recognition, index)}
                  name={guess ? fieldName(kind, guess.field) : ''}
                  onTake={() => guess && put(withField(recognition, sample, index, guess.field))}
                />
              </td>
              <td>
                {field === null && (
                  <input
                    type="checkbox"
                    aria-label={`Keep ${label} as an extra field`}
                    checked={recognition.extras.includes(index)}
                    onChange={({ target }) => put(withExtra(recognition, index, target.checked))}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface HowSureProps {
  readonly field: MatchField | null;
  readonly guess: Suggestion | undefined;
  /** The format itself says so. */
  readonly known: boolean;
  /** Of the guessed field. */
  readonly name: string;
  readonly onTake: () => void;
}

function HowSure({ field, guess, known, name, onTake }: HowSureProps) {
  if (field === null) {
    if (!guess || guess.confidence >= TAKEN) return null;
    return (
      <button type="button" className="match-perhaps" onClick={onTake}>
        {`Perhaps ${name}`}
      </button>
    );
  }
  if (known) return <Confidence level={3} word="Known" />;
  if (guess?.field !== field) return <Confidence level={3} word="Your choice" />;
  if (guess.confidence >= 0.9) return <Confidence level={3} word="Sure" />;
  return guess.confidence >= 0.7 ? <Confidence level={2} word="Likely" /> : <Confidence level={1} word="A guess" />;
}

/** The first values of a column that are not empty, each once. */
function samplesOf(cells: readonly (readonly string[])[], index: number): readonly string[] {
  const values = new Set<string>();
  for (const row of cells) {
    const value = (row[index] ?? '').trim();
    if (value !== '') values.add(value.slice(0, 80));
    if (values.size === SAMPLES) break;
  }
  return [...values];
}
