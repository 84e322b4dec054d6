import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { editAffiliate } from '#renderer/db/affiliates.ts';
import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import { stopAsking, useAsking } from '#renderer/session/affiliate-steps.ts';
import { say } from '#renderer/session/toasts.ts';
import { didStep } from '#renderer/session/undo.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { Affiliate, Contact } from '#shared/domain/affiliates/affiliate.ts';

/** What is known of an affiliate, to be written down or put right. What she writes here no list changes. */
export function EditDialog({ affiliate }: { readonly affiliate: Affiliate }) {
  const open = useAsking((state) => state.asking.kind === 'edit');
  return (
    <Dialog open={open} onClose={stopAsking} title={`About ${affiliate.name}`} width={640}>
      {open && <EditForm affiliate={affiliate} />}
    </Dialog>
  );
}

const NOBODY: Contact = { name: '', email: '', phone: '', role: '', source: '' };

const CONTACT_FIELDS = [
  ['name', 'Name'],
  ['email', 'E-mail'],
  ['phone', 'Phone'],
  ['role', 'Role'],
] as const;

const isSomebody = ({ name, email, phone }: Contact): boolean => name !== '' || email !== '' || phone !== '';

function EditForm({ affiliate }: { readonly affiliate: Affiliate }) {
  const [single, setSingle] = useState({
    company: affiliate.company,
    country: affiliate.country,
    paymentEmail: affiliate.paymentEmail,
    notes: affiliate.notes,
  });
  const [lists, setLists] = useState({
    sites: affiliate.sites.join('\n'),
    couponCodes: affiliate.couponCodes.join(', '),
    tags: affiliate.tags.join(', '),
  });
  const [contacts, setContacts] = useState<readonly Contact[]>([...affiliate.contacts, NOBODY]);

  const save = async (): Promise<void> => {
    const saved = await editAffiliate(
      affiliate.id,
      {
        company: single.company.trim(),
        country: single.country.trim(),
        paymentEmail: single.paymentEmail.trim(),
        notes: single.notes.trim(),
        sites: parts(lists.sites, /\s+/),
        couponCodes: parts(lists.couponCodes, /[\s,;]+/),
        tags: parts(lists.tags, /[,;]+/),
        contacts: contacts.map(trimmed).filter(isSomebody),
      },
      Date.now(),
    );
    if (!saved.ok) return say(saved.error.message);
    stopAsking();
    didStep({ label: `Edited ${affiliate.name}`, undo: undoEdit, redo: redoEdit });
  };
  const text = (field: keyof typeof single, label: string) => (
    <label className="edit-field">
      <span>{label}</span>
      <input
        className="field"
        maxLength={300}
        value={single[field]}
        onChange={(event) => setSingle({ ...single, [field]: event.target.value })}
      />
    </label>
  );
  const list = (field: keyof typeof lists, label: string, rows: number) => (
    <label className="edit-field">
      <span>{label}</span>
      <textarea
        className="field"
        rows={rows}
        maxLength={5000}
        value={lists[field]}
        onChange={(event) => setLists({ ...lists, [field]: event.target.value })}
      />
    </label>
  );
  return (
    <form
      className="edit-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Contacts contacts={contacts} onChange={setContacts} />
      <div className="edit-fields">
        {text('company', 'Company')}
        {text('country', 'Country')}
        {text('paymentEmail', 'Paid at (e-mail)')}
        {list('couponCodes', 'Coupon codes', 1)}
        {list('tags', 'Tags', 1)}
        {list('sites', 'Sites, one a line', 2)}
      </div>
      <label className="edit-field">
        <span>Notes</span>
        <textarea
          className="field"
          rows={3}
          maxLength={5000}
          value={single.notes}
          onChange={(event) => setSingle({ ...single, notes: event.target.value })}
        />
      </label>
      <div className="join-form-foot">
        <Button onClick={stopAsking}>Cancel</Button>
        <Button type="submit" kind="primary">
          Save
        </Button>
      </div>
    </form>
  );
}

interface ContactsProps {
  readonly contacts: readonly Contact[];
  readonly onChange: (contacts: readonly Contact[]) => void;
}

function Contacts({ contacts, onChange }: ContactsProps) {
  return (
    <fieldset className="edit-contacts">
      <legend>Contacts</legend>
      {contacts.map((contact, at) => (
        <div key={at} className="edit-contact" role="group" aria-label={`Contact ${at + 1}`}>
          {CONTACT_FIELDS.map(([field, label]) => (
            <input
              key={field}
              className="field"
              aria-label={label}
              placeholder={label}
              maxLength={300}
              value={contact[field]}
              // Who has been changed by hand is hers.
              onChange={(event) => onChange(contacts.with(at, { ...contact, [field]: event.target.value, source: '' }))}
            />
          ))}
          <IconButton
            label={`Remove contact ${at + 1}`}
            icon={<X size={14} aria-hidden="true" />}
            onClick={() => onChange(contacts.filter((_, other) => other !== at))}
          />
        </div>
      ))}
      <Button
        kind="quiet"
        size="small"
        icon={<Plus size={14} aria-hidden="true" />}
        onClick={() => onChange([...contacts, NOBODY])}
      >
        Another contact
      </Button>
    </fieldset>
  );
}

const trimmed = (contact: Contact): Contact => ({
  ...contact,
  name: contact.name.trim(),
  email: contact.email.trim(),
  phone: contact.phone.trim(),
  role: contact.role.trim(),
});

const parts = (text: string, between: RegExp): readonly string[] =>
  [...new Set(text.split(between).map((part) => part.trim()))].filter((part) => part !== '');
