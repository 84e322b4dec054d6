import { Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { chooseStep } from '#renderer/session/choose-step.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { PLACEHOLDERS, placeholdersOf } from '#shared/domain/materials/links.ts';
import type { LinkPattern } from '#shared/domain/materials/material.ts';
import { filledPattern, READY_PATTERNS, type ReadyPattern } from '#shared/domain/materials/ready-patterns.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { DraftField } from './DraftField.tsx';
import { useLinkWish } from '#renderer/session/link-wish.ts';

const EMPTY = 'empty';

/** Her patterns, each of which is changed in its place, and ready ones to begin with. */
export function Patterns({ directory }: { readonly directory: Directory }) {
  const own = usePreferences((state) => state.linkPatterns);
  const fields = usePreferences((state) => state.customFields);
  const [filling, setFilling] = useState<ReadyPattern | null>(null);
  const networks = useNetworks(directory);
  const known = new Set([
    ...PLACEHOLDERS.map(({ name }) => name),
    ...fields.map(({ name }) => name.trim().toLowerCase()),
  ]);
  const change = (pattern: LinkPattern, wish: Partial<LinkPattern>): void =>
    chooseStep(`Changed the pattern “${wish.name ?? pattern.name}”`, {
      linkPatterns: own.map((each) => (each.id === pattern.id ? { ...each, ...wish } : each)),
    });
  const add = (pattern: LinkPattern): void => {
    chooseStep(`Added the pattern “${pattern.name}”`, { linkPatterns: [...own, pattern] });
    useLinkWish.setState({ patternId: pattern.id });
  };
  const begin = (id: string): void => {
    const ready = READY_PATTERNS.find((each) => each.id === id);
    if (!ready) add({ id: crypto.randomUUID(), name: 'New pattern', pattern: '{url}', network: '' });
    else if (ready.fill.length > 0) setFilling(ready);
    else add(filledPattern(ready, {}, crypto.randomUUID()));
  };
  return (
    <section className="patterns" aria-label="Patterns">
      {own.map((pattern) => {
        const strange = placeholdersOf(pattern.pattern).filter((name) => !known.has(name));
        return (
          <div key={pattern.id} className="pattern" role="group" aria-label={pattern.name}>
            <DraftField
              label={`Name of ${pattern.name}`}
              required
              maxLength={100}
              value={pattern.name}
              onKeep={(name) => change(pattern, { name })}
            />
            <Select
              label={`Network of ${pattern.name}`}
              choices={networks}
              value={pattern.network}
              onChange={(network) => change(pattern, { network })}
            />
            <IconButton
              label={`Delete ${pattern.name}`}
              icon={<Trash2 size={14} aria-hidden="true" />}
              onClick={() =>
                chooseStep(`Deleted the pattern “${pattern.name}”`, {
                  linkPatterns: own.filter(({ id }) => id !== pattern.id),
                })
              }
            />
            <DraftField
              label={`Pattern of ${pattern.name}`}
              className="pattern-text"
              required
              rows={2}
              maxLength={2000}
              value={pattern.pattern}
              onKeep={(text) => change(pattern, { pattern: text })}
            />
            {strange.length > 0 && (
              <p className="faint small">
                {`${strange.map((name) => `{${name}}`).join(', ')}: write the value in its place, or add a custom field of that name in Settings to have one for each affiliate.`}
              </p>
            )}
          </div>
        );
      })}
      {filling && (
        <Fill
          key={filling.id}
          ready={filling}
          onDone={(pattern) => {
            setFilling(null);
            if (pattern) add(pattern);
          }}
        />
      )}
      <div className="patterns-foot">
        <MenuButton
          label="Add a pattern"
          choices={[
            ...READY_PATTERNS.map(({ id, name }) => ({ value: id, label: name })),
            { value: EMPTY, label: 'Empty' },
          ]}
          onChoose={begin}
        />
        <details className="patterns-help">
          <summary>What can stand in a pattern</summary>
          <dl className="facts">
            {PLACEHOLDERS.map(({ name, means }) => (
              <div key={name}>
                <dt>{`{${name}}`}</dt>
                <dd>{means}</dd>
              </div>
            ))}
            <div>
              <dt>{'{your field}'}</dt>
              <dd>A custom field of the affiliate, by its name.</dd>
            </div>
          </dl>
        </details>
      </div>
    </section>
  );
}

/** Asks for what of a ready pattern is the same for everybody. */
function Fill({
  ready,
  onDone,
}: {
  readonly ready: ReadyPattern;
  readonly onDone: (pattern: LinkPattern | null) => void;
}) {
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  return (
    <form
      className="pattern-fill"
      aria-label={ready.name}
      onSubmit={(event) => {
        event.preventDefault();
        onDone(filledPattern(ready, values, crypto.randomUUID()));
      }}
    >
      <h3>{ready.name}</h3>
      {ready.fill.map(({ name, hint }, at) => (
        <label key={name}>
          <span>{`${name.charAt(0).toUpperCase()}${name.slice(1)}`}</span>
          <input
            className="field"
            autoFocus={at === 0}
            maxLength={200}
            value={values[name] ?? ''}
            onChange={(event) => setValues({ ...values, [name]: event.target.value })}
          />
          <span className="faint small">{hint}</span>
        </label>
      ))}
      {ready.each.map(({ name, hint }) => (
        <p key={name} className="faint small">
          {`{${name}} differs from affiliate to affiliate: keep it in a custom field of that name. ${hint}`}
        </p>
      ))}
      <div className="patterns-foot">
        <Button size="small" onClick={() => onDone(null)}>
          Cancel
        </Button>
        <Button size="small" type="submit" kind="primary">
          Add the pattern
        </Button>
      </div>
    </form>
  );
}

/** For which network a pattern may be: those of the accounts there are, and those that ready patterns are for. */
function useNetworks(directory: Directory) {
  return useMemo(() => {
    const accounts = directory.affiliates.flatMap(({ id }) => directory.partnersOf(id).map(({ network }) => network));
    const names = new Set([...READY_PATTERNS.map(({ network }) => network), ...accounts].filter((name) => name !== ''));
    return [
      { value: '', label: 'Every network' },
      ...[...names].sort((a, b) => a.localeCompare(b)).map((name) => ({ value: name, label: `${name} alone` })),
    ];
  }, [directory]);
}
