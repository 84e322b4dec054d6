import { putAccount, removeAccount } from '#renderer/db/accounts.ts';
import { editAffiliate, type AffiliateWish } from '#renderer/db/affiliates.ts';
import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import { say } from '#renderer/session/toasts.ts';
import { didStep } from '#renderer/session/undo.ts';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Account } from '#shared/domain/affiliates/person.ts';
import type { PartnerKey } from '#shared/domain/ledger/query.ts';
import type { Result } from '#shared/lib/result.ts';

/** What is wrong with what was typed, in words; null: it is saved. */
export type Saved = Promise<string | null>;

/** Changes what is said of an affiliate. `label`: what was done, "Changed the country of Paws". */
export async function saveWish({ id }: Affiliate, label: string, wish: AffiliateWish): Saved {
  return told(label, await editAffiliate(id, wish, Date.now()));
}

/** Writes an account down; one under another id takes the place of `before`. */
export async function saveAccount({ id, name }: Affiliate, account: Account): Saved {
  const what = `${account.network} ${account.partnerId}`;
  return told(`${what} is an account of ${name}`, await putAccount(id, account, Date.now()));
}

export async function dropAccount({ id, name }: Affiliate, account: PartnerKey): Promise<void> {
  const what = `${account.network} ${account.partnerId}`;
  const wrong = told(`Removed ${what} from ${name}`, await removeAccount(id, account, Date.now()));
  if (wrong !== null) say(wrong);
}

function told(label: string, result: Result<boolean>): string | null {
  if (!result.ok) return result.error.message;
  if (result.value) didStep({ label, undo: undoEdit, redo: redoEdit });
  return null;
}
