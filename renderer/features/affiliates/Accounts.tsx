import { useLiveQuery } from 'dexie-react-hooks';
import { ArrowRightLeft } from 'lucide-react';
import { linksOf } from '#renderer/db/affiliates.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { ask } from '#renderer/session/affiliate-steps.ts';
import { say } from '#renderer/session/toasts.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import type { Affiliate, PartnerLink } from '#shared/domain/affiliates/affiliate.ts';
import type { Book } from '#shared/domain/ledger/book.ts';
import { dropAccount, saveAccount } from './edit-steps.ts';
import { RowList } from './RowList.tsx';

interface Props {
  readonly ledger: LedgerClient;
  readonly affiliate: Affiliate;
}

/** Under which ids networks know them, and where that stands there. */
export function Accounts({ ledger, affiliate }: Props) {
  const links = useLiveQuery(() => linksOf(affiliate.id), [affiliate.id]) ?? [];
  const remove = async (link: PartnerLink): Promise<void> => {
    const what = `${link.network} ${link.partnerId}`;
    if (await hasRows(ledger, link)) {
      say(`${what} has transactions, which would be nobody’s. Move it to another affiliate instead.`);
    } else await dropAccount(affiliate, link);
  };
  return (
    <RowList
      title="Network accounts"
      one="account"
      items={links}
      keyOf={({ network, partnerId }) => `${network}\n${partnerId}`}
      show={({ network, partnerId, status }) => (
        <>
          <span className="row-first">{`${network} ${partnerId}`}</span>
          {status !== '' && <span className="row-more">{status}</span>}
        </>
      )}
      beside={({ network, partnerId }) => (
        <IconButton
          label={`Move ${network} ${partnerId} to another affiliate`}
          icon={<ArrowRightLeft size={12} aria-hidden="true" />}
          onClick={() => ask({ kind: 'move', account: { network, partnerId } })}
        />
      )}
      fields={[
        { name: 'network', label: 'Network' },
        { name: 'partnerId', label: 'Partner id' },
        { name: 'status', label: 'Status' },
      ]}
      draftOf={(link) => ({
        network: link?.network ?? '',
        partnerId: link?.partnerId ?? '',
        status: link?.status ?? '',
      })}
      onSave={async (at, { network = '', partnerId = '', status = '' }) => {
        if (network === '' || partnerId === '') return 'An account has a network and a partner id.';
        const before = at === null ? null : links[at];
        if (before && (before.network !== network || before.partnerId !== partnerId))
          return 'What a network knows them as stays as it is. Remove it and add the right one, or move it.';
        return saveAccount(affiliate, { network, partnerId, status });
      }}
      onRemove={(at) => {
        const link = links[at];
        if (link) void remove(link);
      }}
    />
  );
}

const BOOKS: readonly Book[] = ['transactions', 'clicks', 'orders'];

async function hasRows(ledger: LedgerClient, { network, partnerId }: PartnerLink): Promise<boolean> {
  const { signal } = new AbortController();
  for (const book of BOOKS) {
    const found = await ledger.groups(
      {
        book,
        ...{ period: null, basis: 'eventTime', filter: { partners: [{ network, partnerId }] }, groupBy: ['partner'] },
        ...{ measures: ['transactions'], sort: [], window: { offset: 0, limit: 1 } },
      },
      signal,
    );
    if (found.rows.length > 0) return true;
  }
  return false;
}
