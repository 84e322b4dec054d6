import { FileDown, Paperclip } from 'lucide-react';
import { chooseToKeep, keepFiles, saveCopies } from '#renderer/session/library.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { say } from '#renderer/session/toasts.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import {
  SOCIAL_KINDS,
  SOCIAL_WORDS,
  type Affiliate,
  type Agreement,
  type Contact,
} from '#shared/domain/affiliates/affiliate.ts';
import { channelsOf, parseAudience, withChannels, type Channel } from '#shared/domain/affiliates/channels.ts';
import { codesOf, withCodes } from '#shared/domain/affiliates/codes.ts';
import { isEmail } from '#shared/domain/affiliates/domains.ts';
import { parseDay, type Day } from '#shared/lib/day.ts';
import { saveWish, type Saved } from './edit-steps.ts';
import { RowList, type Draft } from './RowList.tsx';

interface Props {
  readonly affiliate: Affiliate;
}

const put = <T,>(items: readonly T[], at: number | null, item: T): readonly T[] =>
  at === null ? [...items, item] : items.with(at, item);
const without = <T,>(items: readonly T[], at: number): readonly T[] => items.toSpliced(at, 1);

/** Nothing is left to type: what goes wrong is said aside. */
const told = (saved: Saved): void => void saved.then((wrong) => wrong !== null && say(wrong));

const dayIn = (text: string): Day | '' | null => (text === '' ? '' : parseDay(text));
const NO_DAY = 'This is no day. Choose one, or leave it empty.';

export function Contacts({ affiliate }: Props) {
  const { contacts, name } = affiliate;
  const save = (next: readonly Contact[], what: string): Saved =>
    saveWish(affiliate, `${what} ${name}`, { contacts: next });
  return (
    <RowList
      title="Contacts"
      one="contact"
      items={contacts}
      show={contactWords}
      fields={[
        { name: 'name', label: 'Name' },
        { name: 'email', label: 'E-mail' },
        { name: 'phone', label: 'Phone' },
        { name: 'role', label: 'Role' },
      ]}
      draftOf={(contact) => ({
        name: contact?.name ?? '',
        email: contact?.email ?? '',
        phone: contact?.phone ?? '',
        role: contact?.role ?? '',
      })}
      onSave={async (at, { name: who = '', email = '', phone = '', role = '' }) => {
        if (who === '' && email === '' && phone === '') return 'A contact has a name, an e-mail address or a phone.';
        if (email !== '' && !isEmail(email)) return 'This is no e-mail address.';
        // Who has been changed by hand is hers.
        const next = put(contacts, at, { name: who, email, phone, role, source: '' });
        return save(next, at === null ? 'Added a contact of' : 'Changed a contact of');
      }}
      onRemove={(at) => told(save(without(contacts, at), 'Removed a contact of'))}
    />
  );
}

function contactWords({ name, role, email, phone }: Contact) {
  const [first = '', ...rest] = [name, email, phone].filter((text) => text !== '');
  const more = [role, ...rest].filter((text) => text !== '');
  return (
    <>
      <span className="row-first">{first}</span>
      {more.length > 0 && <span className="row-more">{more.join(' · ')}</span>}
    </>
  );
}

const CHANNEL_WORDS = { site: 'Site', ...SOCIAL_WORDS } as const;
const CHANNEL_CHOICES = (['site', ...SOCIAL_KINDS] as const).map((value) => ({ value, label: CHANNEL_WORDS[value] }));

export function Channels({ affiliate }: Props) {
  const format = useFormat();
  const channels = channelsOf(affiliate);
  const save = (next: readonly Channel[], what: string): Saved =>
    saveWish(affiliate, `${what} ${affiliate.name}`, withChannels(next));
  return (
    <RowList
      title="Sites and channels"
      one="site or channel"
      items={channels}
      show={({ kind, address, audience }) => (
        <>
          <span className="row-first">{address}</span>
          <span className="row-more">
            {CHANNEL_WORDS[kind]}
            {audience !== null && ` · ${format.count(audience)} ${kind === 'site' ? 'visitors a month' : 'followers'}`}
          </span>
        </>
      )}
      fields={[
        { name: 'kind', label: 'Where', choices: CHANNEL_CHOICES },
        { name: 'address', label: 'Address' },
        { name: 'audience', label: 'Audience' },
      ]}
      draftOf={(channel) => ({
        kind: channel?.kind ?? 'site',
        address: channel?.address ?? '',
        audience: channel?.audience === null || !channel ? '' : String(channel.audience),
      })}
      onSave={async (at, { kind, address = '', audience: typed = '' }) => {
        const found = CHANNEL_CHOICES.find(({ value }) => value === kind);
        const audience = typed === '' ? null : parseAudience(typed);
        if (address === '' || !found) return 'A site or channel has an address.';
        if (typed !== '' && audience === null) return 'This is no number of people. Write 12,500 or 12.5k.';
        const next = put(channels, at, { kind: found.value, address, audience });
        return save(next, at === null ? 'Added a channel of' : 'Changed a channel of');
      }}
      onRemove={(at) => told(save(without(channels, at), 'Removed a channel of'))}
    />
  );
}

export function Codes({ affiliate }: Props) {
  const format = useFormat();
  const today = useToday();
  const codes = codesOf(affiliate);
  const save = (next: typeof codes, what: string): Saved =>
    saveWish(affiliate, `${what} ${affiliate.name}`, withCodes(next));
  return (
    <RowList
      title="Coupon codes"
      one="code"
      items={codes}
      show={({ code, ends }) => (
        <>
          <span className="row-first row-code">{code}</span>
          {ends !== '' && (
            <span className={ends < today ? 'row-more row-over' : 'row-more'}>
              {`${ends < today ? 'ended' : 'until'} ${format.day(ends, today)}`}
            </span>
          )}
        </>
      )}
      fields={[
        { name: 'code', label: 'Code' },
        { name: 'ends', label: 'Last day', kind: 'date' },
      ]}
      draftOf={(code): Draft => ({ code: code?.code ?? '', ends: code?.ends ?? '' })}
      onSave={async (at, { code = '', ends: typed = '' }) => {
        const ends = dayIn(typed);
        if (code === '') return 'A code is missing.';
        if (ends === null) return NO_DAY;
        const next = put(codes, at, { code, ends });
        return save(next, at === null ? 'Added a code of' : 'Changed a code of');
      }}
      onRemove={(at) => told(save(without(codes, at), 'Removed a code of'))}
    />
  );
}

const NO_AGREEMENT = { title: '', signed: '', ends: '', note: '', fileId: '', fileName: '' } as const;

export function Agreements({ affiliate }: Props) {
  const format = useFormat();
  const today = useToday();
  const { agreements, name } = affiliate;
  const save = (next: readonly Agreement[], what: string): Saved =>
    saveWish(affiliate, `${what} ${name}`, { agreements: next });
  const attach = async (agreement: Agreement): Promise<void> => {
    const [file] = await keepFiles((await chooseToKeep()).slice(0, 1));
    if (!file) return;
    const withFile = { ...agreement, fileId: file.fileId, fileName: file.name };
    told(
      save(
        agreements.map((each) => (each.id === agreement.id ? withFile : each)),
        'Put a file to an agreement with',
      ),
    );
  };
  return (
    <RowList
      title="Agreements"
      one="agreement"
      items={agreements}
      keyOf={({ id }) => id}
      show={({ title, signed, ends, note, fileName }) => {
        const days = [
          signed === '' ? '' : `signed ${format.day(signed, today)}`,
          ends === '' ? '' : `${ends < today ? 'ended' : 'ends'} ${format.day(ends, today)}`,
          fileName,
          note,
        ].filter((text) => text !== '');
        return (
          <>
            <span className="row-first">{title}</span>
            {days.length > 0 && <span className="row-more">{days.join(' · ')}</span>}
          </>
        );
      }}
      beside={(agreement) =>
        agreement.fileId === '' ? (
          <IconButton
            label={`Add a file to ${agreement.title}`}
            icon={<Paperclip size={14} aria-hidden="true" />}
            onClick={() => void attach(agreement)}
          />
        ) : (
          <IconButton
            label={`Save a copy of ${agreement.fileName}`}
            icon={<FileDown size={14} aria-hidden="true" />}
            onClick={() => void saveCopies([{ fileId: agreement.fileId, name: agreement.fileName }])}
          />
        )
      }
      fields={[
        { name: 'title', label: 'What' },
        { name: 'signed', label: 'Signed', kind: 'date' },
        { name: 'ends', label: 'Ends', kind: 'date' },
        { name: 'note', label: 'Note' },
      ]}
      draftOf={(agreement): Draft => ({
        title: agreement?.title ?? '',
        signed: agreement?.signed ?? '',
        ends: agreement?.ends ?? '',
        note: agreement?.note ?? '',
      })}
      onSave={async (at, { title = '', signed: from = '', ends: to = '', note = '' }) => {
        const [signed, ends] = [dayIn(from), dayIn(to)];
        if (title === '') return 'Say what was agreed on.';
        if (signed === null || ends === null) return NO_DAY;
        const known = at === null ? { ...NO_AGREEMENT, id: crypto.randomUUID() } : agreements[at];
        if (!known) return null;
        const next = put(agreements, at, { ...known, title, signed, ends, note });
        return save(next, at === null ? 'Added an agreement with' : 'Changed an agreement with');
      }}
      onRemove={(at) => told(save(without(agreements, at), 'Removed an agreement with'))}
    />
  );
}
