import { newLink, type PartnerLink } from '#shared/domain/affiliates/affiliate.ts';
import type { Account } from '#shared/domain/affiliates/person.ts';
import type { PartnerKey } from '#shared/domain/ledger/query.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { database } from './connection.ts';
import { edit } from './journal.ts';
import type { Change } from './records.ts';
import { touched } from './touched.ts';

const keyOf = ({ network, partnerId }: PartnerKey): [string, string] => [network, partnerId];

/**
 * Writes down under which id a network knows an affiliate, and where that stands there. It can be undone. `taken` if the id is another
 * affiliate's; false if it is said already.
 */
export async function putAccount(affiliateId: string, account: Account, now: number): Promise<Result<boolean>> {
  const { affiliates, links } = database();
  const taken = await links.get(keyOf(account));
  if (taken && taken.affiliateId !== affiliateId) {
    const name = (await affiliates.get(taken.affiliateId))?.name ?? 'another affiliate';
    const what = `${account.network} ${account.partnerId}`;
    return fail('taken', `${what} is ${name}’s. Move it from their page, or merge the two. Nothing was changed.`);
  }
  return change(`Edit the account ${account.network} ${account.partnerId}`, affiliateId, now, async () => {
    const before = (await links.get(keyOf(account))) ?? null;
    if (before?.status === account.status) return [];
    const after: PartnerLink = before
      ? { ...before, status: account.status, createdByImport: null }
      : newLink({ ...account, affiliateId });
    return [{ table: 'links', before, after }];
  });
}

/** Takes an account from an affiliate; what its network reports is then nobody's. It can be undone. False if it is not there. */
export async function removeAccount(affiliateId: string, account: PartnerKey, now: number): Promise<Result<boolean>> {
  return change(`Remove the account ${account.network} ${account.partnerId}`, affiliateId, now, async () => {
    const before = await database().links.get(keyOf(account));
    return before?.affiliateId === affiliateId ? [{ table: 'links', before, after: null }] : [];
  });
}

async function change(
  label: string,
  affiliateId: string,
  now: number,
  prepare: () => Promise<readonly Change[]>,
): Promise<Result<boolean>> {
  let changed = false;
  const done = await edit(label, async () => {
    const changes = await prepare();
    changed = changes.length > 0;
    return changed ? [...changes, ...(await touched(affiliateId, now))] : [];
  });
  return done.ok ? ok(changed) : done;
}
