import { useMemo } from 'react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useLinkWish } from '#renderer/session/link-wish.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useGroups } from '#renderer/session/use-groups.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import {
  fieldNames,
  mergeFields,
  mergeValues,
  type MergeField,
  type Writing,
} from '#shared/domain/conversations/merge-fields.ts';
import type { FieldNames } from '#shared/domain/conversations/merge.ts';
import type { Recipient } from '#shared/domain/conversations/recipients.ts';
import type { LedgerFilter } from '#shared/domain/ledger/query.ts';
import {
  clicksByAffiliate,
  figuresByAffiliate,
  type CurrencyFigures,
  type Directory,
} from '#shared/domain/metrics/by-affiliate.ts';
import { periodOf } from '#shared/domain/metrics/period.ts';
import { linkOf } from './link-wish.ts';

/** Which fields there are, and what they are called. */
export function useMergeFields(): { readonly fields: readonly MergeField[]; readonly names: FieldNames } {
  const customFields = usePreferences((state) => state.customFields);
  return useMemo(() => {
    const fields = mergeFields(customFields);
    return { fields, names: fieldNames(fields) };
  }, [customFields]);
}

function useWriting(): Writing {
  const format = useFormat();
  const today = useToday();
  const customFields = usePreferences((state) => state.customFields);
  const stages = usePreferences((state) => state.stages);
  const tierBounds = usePreferences((state) => state.tierBounds);
  const sender = usePreferences((state) => state.sender);
  return useMemo(
    () => ({ format, today, customFields, stages, tierBounds, sender }),
    [format, today, customFields, stages, tierBounds, sender],
  );
}

const EVERYBODY: LedgerFilter = {};

/** Everybody's figures of last month; null as long as they are not here. */
function useLastMonth(
  ledger: LedgerClient,
  directory: Directory,
): ReadonlyMap<string, readonly CurrencyFigures[]> | null {
  const today = useToday();
  const preferred = usePreferences((state) => state.currencies);
  const period = useMemo(() => periodOf({ kind: 'last-month' }, today), [today]);
  const sales = useGroups(ledger, period, EVERYBODY, ['partner', 'currency', 'status']).value;
  const clicks = useGroups(ledger, period, EVERYBODY, ['partner'], 'clicks').value;
  return useMemo(
    () => sales && clicks && figuresByAffiliate(sales, directory, preferred, clicksByAffiliate(clicks, directory)),
    [sales, clicks, directory, preferred],
  );
}

/** What the fields say to each recipient, by key; null as long as last month's figures are not here. */
export function useValues(
  ledger: LedgerClient,
  directory: Directory,
): ((recipient: Recipient) => ReadonlyMap<string, string>) | null {
  const writing = useWriting();
  const figures = useLastMonth(ledger, directory);
  const patterns = usePreferences((state) => state.linkPatterns);
  const wish = useLinkWish();
  return useMemo(() => {
    if (!figures) return null;
    const facts = { partnersOf: directory.partnersOf, fields: writing.customFields, today: writing.today };
    const known = new Map<string, ReadonlyMap<string, string>>();
    return ({ affiliate, contact }) => {
      const key = `${affiliate.id} ${contact.email}`;
      const values =
        known.get(key) ??
        mergeValues(
          {
            affiliate,
            contact,
            accounts: directory.partnersOf(affiliate.id),
            link: linkOf(affiliate, patterns, wish, facts),
            figures: figures.get(affiliate.id) ?? [],
          },
          writing,
        );
      known.set(key, values);
      return values;
    };
  }, [writing, figures, directory, patterns, wish]);
}
