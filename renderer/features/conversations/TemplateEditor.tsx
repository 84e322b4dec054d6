import { Send, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { openDoor } from '#renderer/session/doors.ts';
import { goTo } from '#renderer/session/navigation.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { Select, type Choice } from '#renderer/ui/Select.tsx';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { USE_WORDS } from '#shared/domain/conversations/first-templates.ts';
import { OURS } from '#shared/domain/conversations/merge-fields.ts';
import { outgoing, type Message } from '#shared/domain/conversations/outgoing.ts';
import { mailContacts } from '#shared/domain/conversations/recipients.ts';
import type { Template } from '#shared/domain/conversations/template.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { changeTemplate, removeTemplate } from './conversation-steps.ts';
import { MergedPreview } from './MergedPreview.tsx';
import { MessageFields } from './MessageFields.tsx';
import { useKept } from './use-kept.ts';
import { useMergeFields, useValues } from './use-writing.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly template: Template;
}

const USES: readonly Choice<Template['use']>[] = (['any', 'approve', 'decline', 'answer'] as const).map((value) => ({
  value,
  label: USE_WORDS[value],
}));

/** One template, stored whenever she leaves a field of it, beside what an affiliate would get. */
export function TemplateEditor({ ledger, directory, template }: Props) {
  const { fields, names } = useMergeFields();
  const { id: _, sample: __, ...stored } = template;
  const kept = useKept(
    stored,
    (words) => void changeTemplate(template, words),
    (words) => ({ ...words, name: words.name.trim() === '' ? template.name : words.name.trim() }),
  );
  const words = kept.value;
  return (
    <>
      <section className="template-editor" aria-label="Template" onBlur={kept.keep}>
        <input
          className="kept-line template-name"
          aria-label="Name"
          maxLength={100}
          value={words.name}
          onChange={(event) => kept.change({ ...words, name: event.target.value })}
        />
        <div className="template-tools">
          <Select
            label="Offered first for"
            choices={USES}
            value={words.use}
            onChange={(use) => void changeTemplate(template, { ...words, use })}
          />
          <span className="filters-end">
            <Button
              size="small"
              icon={<Send size={14} aria-hidden="true" />}
              onClick={() => openDoor({ kind: 'compose', affiliateIds: [], templateId: template.id })}
            >
              Write with it
            </Button>
            <IconButton
              label="Delete the template"
              icon={<Trash2 size={16} aria-hidden="true" />}
              onClick={() => void removeTemplate(template)}
            />
          </span>
        </div>
        <MessageFields
          message={words}
          onChange={(message) => kept.change({ ...words, ...message })}
          fields={fields}
          names={names}
        />
      </section>
      <Preview ledger={ledger} directory={directory} message={words} />
    </>
  );
}

/** The message as one affiliate of her choice would get it. */
function Preview({ ledger, directory, message }: Omit<Props, 'template'> & { readonly message: Message }) {
  const { names } = useMergeFields();
  const valuesOf = useValues(ledger, directory);
  const [chosen, setChosen] = useState<string | null>(null);
  const choices = useMemo(
    () => directory.affiliates.map(({ id, name }) => ({ value: id, label: name })),
    [directory.affiliates],
  );
  const affiliate = directory.byId(chosen ?? '') ?? mostTelling(directory.affiliates);
  if (!affiliate) return null;
  const recipient = { affiliate, contact: mailContacts(affiliate)[0] ?? { name: '', email: '' } };
  const made = valuesOf && outgoing(recipient, message, names, valuesOf(recipient));
  return (
    <section className="template-preview" aria-label="Preview">
      <h3>As it reads for</h3>
      <ComboBox
        label="Preview for"
        placeholder="An affiliate"
        choices={choices}
        value={affiliate.id}
        onChange={setChosen}
      />
      {made && <MergedPreview subject={made.subject} body={made.body} />}
      {made && <Missing of={affiliate.name} names={made.missing} />}
    </section>
  );
}

function Missing({ of, names }: { readonly of: string; readonly names: readonly string[] }) {
  const theirs = names.filter((name) => !OURS.includes(name));
  const ours = names.filter((name) => OURS.includes(name));
  return (
    <>
      {theirs.length > 0 && <p className="small template-missing">{`Missing for ${of}: ${theirs.join(', ')}.`}</p>}
      {ours.length > 0 && (
        <p className="small template-missing">
          {`Nobody has said ${ours.join(' and ')} yet. `}
          <button type="button" className="link link-accent" onClick={() => goTo({ screen: 'settings' })}>
            Say who writes
          </button>
        </p>
      )}
    </>
  );
}

/** The first one with somebody to write to, by name if there is one: their preview says the most. */
function mostTelling(affiliates: readonly Affiliate[]): Affiliate | undefined {
  const named = affiliates.find((affiliate) => mailContacts(affiliate)[0]?.name);
  return named ?? affiliates.find((affiliate) => mailContacts(affiliate).length > 0) ?? affiliates[0];
}
