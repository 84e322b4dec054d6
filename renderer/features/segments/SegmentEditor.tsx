import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { NameField } from '#renderer/ui/NameField.tsx';
import { Select, type Choice } from '#renderer/ui/Select.tsx';
import { newRule } from '#shared/domain/segments/operators.ts';
import type { SavedSegment, SegmentRule } from '#shared/domain/segments/segment.ts';
import { segmentWords, type Saying } from '#shared/domain/segments/words.ts';
import { Members } from './Members.tsx';
import { RuleRow } from './RuleRow.tsx';
import { change, remove } from './segment-steps.ts';
import type { LiveSegments } from './use-segments.ts';

const MATCHES: readonly Choice<SavedSegment['match']>[] = [
  { value: 'all', label: 'all of these rules' },
  { value: 'any', label: 'any of these rules' },
];

interface Props {
  readonly segment: SavedSegment;
  readonly segments: LiveSegments;
}

/** One segment: its name, its rules, who is in it. Every change takes effect at once. */
export function SegmentEditor({ segment, segments }: Props) {
  const { fields, currency } = segments;
  const { rules, match } = segment;
  const format = useFormat();
  const today = useToday();
  const saying: Saying = { format, currency, today };
  /** Where she goes on: in the rule that has just been added, or with another one after one was removed. */
  const [goesOn, setGoesOn] = useState<number | 'add' | null>(null);
  const choices = [...fields.values()].map(({ id, label }) => ({ value: id, label }));
  const count = segments.members(segment.id)?.size;
  const withMoney = rules.some((rule) => {
    const field = fields.get(rule.field);
    return field?.type === 'number' && field.unit === 'money';
  });

  const save = (label: string, become: (rules: readonly SegmentRule[]) => readonly SegmentRule[]): void =>
    void change(segment, label, (current) => ({ rules: become(current.rules) }));
  const addRule = (id: string | null): void => {
    const field = id === null ? undefined : fields.get(id);
    if (!field) return;
    setGoesOn(rules.length);
    save(`Added a rule on ${field.phrase}`, (current) => [...current, newRule(field)]);
  };
  return (
    <section className="segment" aria-label={`Segment ${segment.name}`}>
      <header className="segment-head">
        <SegmentName segment={segment} />
        <IconButton
          label={`Delete the segment ${segment.name}`}
          icon={<Trash2 size={14} aria-hidden="true" />}
          onClick={() => void remove(segment)}
        />
      </header>
      <p className="segment-words">
        <strong aria-live="polite">{countWords(count, format.count)}</strong>
        <span className="faint">{segmentWords(segment, fields, saying)}.</span>
      </p>

      <div className="segment-rules">
        {rules.length > 0 && (
          <div className="segment-match">
            Who meets
            <Select
              label="How many of the rules"
              choices={MATCHES}
              value={match}
              onChange={(chosen) =>
                void change(segment, chosen === 'all' ? 'All rules must be met' : 'Any rule will do', () => ({
                  match: chosen,
                }))
              }
            />
          </div>
        )}
        <ul>
          {rules.map((rule, index) => (
            <RuleRow
              // A rule has no name of its own; another field in its place is another rule.
              key={`${index} ${rule.field}`}
              number={index + 1}
              rule={rule}
              fields={fields}
              choices={choices}
              currency={currency}
              fresh={index === goesOn}
              onChange={(become) =>
                save('Changed a rule', (current) => current.map((each, at) => (at === index ? become(each) : each)))
              }
              onRemove={() => {
                setGoesOn('add');
                save('Removed a rule', (current) => current.toSpliced(index, 1));
              }}
            />
          ))}
        </ul>
        <div className="segment-add">
          <ComboBox
            key={rules.length}
            label="Add a rule"
            placeholder="Add a rule: any field or figure"
            choices={choices}
            value={null}
            onChange={addRule}
            autoFocus={rules.length === 0 || goesOn === 'add'}
            none="No field of that name"
          />
          {withMoney && currency !== '' && (
            <span className="faint small">Amounts in {currency}, your main currency</span>
          )}
        </div>
      </div>
      {rules.length > 0 && <Members segment={segment} segments={segments} saying={saying} />}
    </section>
  );
}

const countWords = (count: number | undefined, shown: (count: number) => string): string =>
  count === undefined ? 'Counting…' : count === 1 ? '1 affiliate' : `${shown(count)} affiliates`;

/** The name as a heading that becomes a field. */
function SegmentName({ segment }: { readonly segment: SavedSegment }) {
  const [editing, setEditing] = useState(false);
  if (!editing) {
    return (
      <h2 className="segment-name">
        <button
          type="button"
          aria-label={`Rename ${segment.name}`}
          aria-keyshortcuts="e"
          onClick={() => setEditing(true)}
        >
          {segment.name}
          <Pencil size={14} aria-hidden="true" />
        </button>
      </h2>
    );
  }
  return (
    <NameField
      label="Name of the segment"
      name={segment.name}
      maxLength={80}
      className="field segment-name-field"
      onDone={(name) => {
        setEditing(false);
        if (name !== null) void change(segment, `Renamed ${segment.name} to ${name}`, () => ({ name }));
      }}
    />
  );
}
