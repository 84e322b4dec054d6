import { useId, useRef } from 'react';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { takesFallback, type MergeField } from '#shared/domain/conversations/merge-fields.ts';
import {
  fieldKey,
  fieldsUsed,
  problemsIn,
  type FieldNames,
  type TextProblem,
} from '#shared/domain/conversations/merge.ts';
import { LinkFields } from './LinkFields.tsx';
import type { Message } from '#shared/domain/conversations/outgoing.ts';

interface Props {
  readonly message: Message;
  readonly onChange: (message: Message) => void;
  readonly fields: readonly MergeField[];
  readonly names: FieldNames;
  readonly autoFocus?: boolean;
}

type Part = 'subject' | 'body';

/** Subject and text of a message, its fields, and what stands for those that are missing. */
export function MessageFields({ message, onChange, fields, names, autoFocus = false }: Props) {
  const id = useId();
  const subject = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  const last = useRef<Part>('body');

  const insert = (name: string): void => {
    const part = last.current;
    const element = (part === 'subject' ? subject : body).current;
    const text = message[part];
    const from = element?.selectionStart ?? text.length;
    const to = element?.selectionEnd ?? from;
    onChange({ ...message, [part]: `${text.slice(0, from)}{${name}}${text.slice(to)}` });
    const caret = from + name.length + 2;
    requestAnimationFrame(() => {
      element?.focus();
      element?.setSelectionRange(caret, caret);
    });
  };
  const texts = [message.subject, message.body];
  const used = fieldsUsed(texts, names).filter(takesFallback);
  const fallbackOf = (name: string): string =>
    Object.entries(message.fallbacks).find(([key]) => fieldKey(key) === fieldKey(name))?.[1] ?? '';
  const setFallback = (name: string, value: string): void => {
    const others = Object.entries(message.fallbacks).filter(([key]) => fieldKey(key) !== fieldKey(name));
    onChange({ ...message, fallbacks: Object.fromEntries(value === '' ? others : [...others, [name, value]]) });
  };
  return (
    <>
      <div className="message-head">
        <label htmlFor={`${id}-subject`}>Subject</label>
        <input
          ref={subject}
          id={`${id}-subject`}
          className="field"
          maxLength={300}
          autoFocus={autoFocus}
          value={message.subject}
          onFocus={() => (last.current = 'subject')}
          onChange={(event) => onChange({ ...message, subject: event.target.value })}
        />
      </div>
      <div className="message-text">
        <div className="message-tools">
          <label htmlFor={`${id}-body`}>Text</label>
          <MenuButton
            label="Insert field"
            choices={fields.map(({ name }) => ({ value: name, label: name }))}
            onChoose={insert}
          />
        </div>
        <textarea
          ref={body}
          id={`${id}-body`}
          className="field message-body"
          maxLength={50_000}
          value={message.body}
          onFocus={() => (last.current = 'body')}
          onChange={(event) => onChange({ ...message, body: event.target.value })}
        />
      </div>
      <Problems problems={problemsIn(texts, names)} />
      {used.includes('link') && <LinkFields />}
      {used.length > 0 && (
        <section className="fallbacks" aria-label="If a field is missing">
          <h3>If a field is missing</h3>
          <div className="fallback-list">
            {used.map((name) => (
              <label key={name} className="fallback">
                <span className="fallback-name">{`{${name}}`}</span>
                <input
                  className="field"
                  aria-label={`Instead of ${name}`}
                  placeholder="nothing: it is shown as missing"
                  maxLength={300}
                  value={fallbackOf(name)}
                  onChange={(event) => setFallback(name, event.target.value)}
                />
              </label>
            ))}
          </div>
        </section>
      )}
    </>
  );
}

function Problems({ problems }: { readonly problems: readonly TextProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div role="status">
      <ul className="message-problems">
        {problems.map((problem) =>
          problem.kind === 'unclosed' ? (
            <li key={problem.text}>{`“${problem.text.slice(0, 40)}” begins a field that is never closed with “}”.`}</li>
          ) : (
            <li key={problem.name}>
              {problem.nearest === null
                ? `There is no field {${problem.name}}.`
                : `There is no field {${problem.name}}. Did you mean {${problem.nearest}}?`}
            </li>
          ),
        )}
      </ul>
    </div>
  );
}
