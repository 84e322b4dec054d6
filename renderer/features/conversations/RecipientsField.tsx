import { useState } from 'react';
import { useFormat } from '#renderer/session/use-period.ts';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { Chip } from '#renderer/ui/Parts.tsx';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Recipients } from '#shared/domain/conversations/recipients.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';

interface Props {
  readonly directory: Directory;
  readonly segments: Segments;
  readonly ids: readonly string[];
  readonly recipients: Recipients;
  readonly onChange: (ids: readonly string[]) => void;
}

const SHOWN = 12;
const NAMED = 5;

/** Whom a message goes to: added one by one or by a segment. Who gets none is named, with the reason. */
export function RecipientsField({ directory, segments, ids, recipients, onChange }: Props) {
  const [all, setAll] = useState(false);
  const [added, setAdded] = useState(0);
  const format = useFormat();
  const there = new Set(ids);
  const remove = (id: string): void => onChange(ids.filter((each) => each !== id));
  const { ready, unwanted, unreachable } = recipients;
  const shown = all ? ready : ready.slice(0, SHOWN);
  return (
    <section className="recipients" aria-label="Recipients">
      <div className="recipient-adds">
        <span>To</span>
        <ComboBox
          key={added}
          label="Add an affiliate"
          placeholder="Add an affiliate"
          choices={directory.affiliates
            .filter(({ id }) => !there.has(id))
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          onChange={(id) => {
            if (id === null) return;
            onChange([...ids, id]);
            setAdded(added + 1);
          }}
        />
        {segments.list.length > 0 && (
          <MenuButton
            label="Add a segment"
            choices={segments.list.map(({ id, name }) => ({
              value: id,
              label: `${name} (${format.count(segments.members(id)?.size ?? 0)})`,
            }))}
            onChoose={(id) => onChange([...new Set([...ids, ...(segments.members(id) ?? [])])])}
          />
        )}
        <span className="faint small" role="status">
          {ready.length === 1 ? '1 recipient' : `${format.count(ready.length)} recipients`}
        </span>
        {ids.length > 1 && (
          <button type="button" className="link link-accent small" onClick={() => onChange([])}>
            Remove all
          </button>
        )}
      </div>
      {ready.length > 0 && (
        <div className="recipient-chips">
          {shown.map(({ affiliate, contact }) => (
            <Chip
              key={affiliate.id}
              text={`${affiliate.name} · ${contact.email}`}
              onRemove={() => remove(affiliate.id)}
            />
          ))}
          {ready.length > SHOWN && (
            <button type="button" className="link link-accent small" onClick={() => setAll(!all)}>
              {all ? 'Show fewer' : `and ${format.count(ready.length - SHOWN)} more`}
            </button>
          )}
        </div>
      )}
      <LeftOut affiliates={unwanted} why="do not want mail and are left out" one="does not want mail and is left out" />
      <LeftOut affiliates={unreachable} why="have no e-mail address" one="has no e-mail address" />
    </section>
  );
}

function LeftOut(props: { readonly affiliates: readonly Affiliate[]; readonly why: string; readonly one: string }) {
  const { affiliates } = props;
  if (affiliates.length === 0) return null;
  const named = affiliates.slice(0, NAMED).map(({ name }) => name);
  const more = affiliates.length - named.length;
  const names = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
  return <p className="small left-out">{`${names} ${affiliates.length === 1 ? props.one : props.why}.`}</p>;
}
