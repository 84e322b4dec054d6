import { ArrowDown, ArrowUp } from 'lucide-react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { chooseStep } from '#renderer/session/choose-step.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useLoaded } from '#renderer/session/use-loaded.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { byPreference } from '#shared/domain/metrics/currencies.ts';

/** The currencies of the transactions in her order, each to be moved up and down. */
export function Currencies({ ledger }: { readonly ledger: LedgerClient }) {
  const preferred = usePreferences((state) => state.currencies);
  const version = useLedgerVersion((state) => state.version);
  const { value: found } = useLoaded(`currencies ${version}`, async (signal) => {
    const groups = await ledger.groups(
      {
        period: null,
        basis: 'eventTime',
        filter: {},
        groupBy: ['currency'],
        measures: ['transactions'],
        sort: [{ by: 'transactions', direction: 'desc' }],
        window: { offset: 0, limit: 200 },
      },
      signal,
    );
    return groups.rows.flatMap(({ currency }) => (currency ? [currency] : []));
  });
  if (!found) return null;
  if (found.length === 0) return <p className="faint">None yet. They come with the first import.</p>;
  const shown = byPreference(found, preferred, (currency) => currency);
  const move = (currency: string, by: 1 | -1): void => {
    const from = shown.indexOf(currency);
    const next = shown.toSpliced(from, 1).toSpliced(from + by, 0, currency);
    // Ones that are not here now keep their say for when they come back.
    const currencies = [...next, ...preferred.filter((each) => !next.includes(each))];
    chooseStep(`Currencies: ${next.join(', ')}`, { currencies });
  };
  return (
    <ol className="setting-currencies">
      {shown.map((currency, at) => (
        <li key={currency}>
          <span>{currency}</span>
          <span className="faint small">{at === 0 ? 'Main' : ''}</span>
          <IconButton
            label={`Move ${currency} up`}
            icon={<ArrowUp size={14} aria-hidden="true" />}
            disabled={at === 0}
            onClick={() => move(currency, -1)}
          />
          <IconButton
            label={`Move ${currency} down`}
            icon={<ArrowDown size={14} aria-hidden="true" />}
            disabled={at === shown.length - 1}
            onClick={() => move(currency, 1)}
          />
        </li>
      ))}
    </ol>
  );
}
