import { Copy } from 'lucide-react';
import { say } from '#renderer/session/toasts.ts';
import { goTo } from '#renderer/session/navigation.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import type { TableColumn } from '#renderer/ui/data-table-parts.ts';
import type { LinkRow } from '#shared/domain/materials/link-rows.ts';
import { NOTHING } from '#shared/lib/format.ts';

/** Why there is no link. */
export function missingWords({ missing, problem }: Pick<LinkRow, 'missing' | 'problem'>): string {
  if (missing.length > 0) return `Missing: ${missing.join(', ')}`;
  return problem === null ? '' : 'This makes no web address. Look at the address and the pattern.';
}

async function copyLink({ link, affiliate }: LinkRow): Promise<void> {
  if (link === null) return;
  await navigator.clipboard.writeText(link);
  say(`Copied the link of ${affiliate.name}`);
}

export const LINK_COLUMNS: readonly TableColumn<LinkRow>[] = [
  {
    id: 'affiliate',
    header: 'Affiliate',
    width: 180,
    grow: 240,
    cell: ({ affiliate }) => (
      <button
        type="button"
        className="link"
        tabIndex={-1}
        onClick={() => goTo({ screen: 'affiliate', affiliateId: affiliate.id })}
      >
        {affiliate.name}
      </button>
    ),
  },
  {
    id: 'account',
    header: 'Account',
    width: 160,
    grow: 200,
    cell: ({ network, partnerId }) =>
      network === '' ? (
        <span className="faint">{NOTHING}</span>
      ) : (
        <>
          {network} <span className="faint">{partnerId}</span>
        </>
      ),
  },
  {
    id: 'link',
    header: 'Link',
    width: 320,
    grow: 1200,
    cell: (row) =>
      row.link === null ? (
        <span className="links-missing" title={row.shown}>
          {missingWords(row)}
        </span>
      ) : (
        <span className="text-selectable" title={row.link}>
          {row.link}
        </span>
      ),
  },
  {
    id: 'copy',
    header: 'Copy',
    width: 56,
    cell: (row) =>
      row.link !== null && (
        <IconButton
          label={`Copy the link of ${row.affiliate.name}`}
          icon={<Copy size={14} aria-hidden="true" />}
          onClick={() => void copyLink(row)}
        />
      ),
  },
];

/** What a file and the clipboard say of a link: those that are not made say why. */
export const LINK_FILE: readonly { readonly header: string; readonly text: (row: LinkRow) => string }[] = [
  { header: 'Affiliate', text: ({ affiliate }) => affiliate.name },
  { header: 'Network', text: ({ network }) => network || NOTHING },
  { header: 'Partner id', text: ({ partnerId }) => partnerId || NOTHING },
  { header: 'Link', text: ({ link }) => link ?? NOTHING },
  { header: 'Missing', text: (row) => missingWords(row) || NOTHING },
];
