import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import type { Problem } from '#shared/lib/result.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Shell } from './Shell.tsx';
import { CannotStart } from './CannotStart.tsx';
import { start } from './start.ts';

type Start =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'cannot'; readonly problem: Problem };

/** Opens the data, then shows the program; or says why it cannot. */
export function App({ ledger }: { readonly ledger: LedgerClient }) {
  const [state, setState] = useState<Start>({ kind: 'opening' });
  const [attempt, setAttempt] = useState({ number: 1, startEmpty: false });
  const locale = usePreferences((preferences) => preferences.locale);

  useEffect(() => {
    const running = start(ledger, {
      startEmpty: attempt.startEmpty,
      onClosed: () => setState({ kind: 'closed' }),
    });
    let current = true;
    void running.ready.then((result) => {
      if (current) setState(result.ok ? { kind: 'open' } : { kind: 'cannot', problem: result.error });
    });
    return () => {
      current = false;
      running.stop();
    };
  }, [ledger, attempt]);

  const again = (startEmpty: boolean): void => {
    setState({ kind: 'opening' });
    setAttempt({ number: attempt.number + 1, startEmpty });
  };
  return (
    <I18nProvider locale={locale}>
      <ErrorBoundary>{shown(state, ledger, again)}</ErrorBoundary>
    </I18nProvider>
  );
}

function shown(state: Start, ledger: LedgerClient, again: (startEmpty: boolean) => void) {
  switch (state.kind) {
    case 'opening':
      return null;
    case 'open':
      return <Shell ledger={ledger} />;
    case 'closed':
      return (
        <CannotStart
          problem={{
            code: 'closed',
            message: 'Another window of Affiliate Desk has taken over your data. Close this one, or go on here.',
          }}
          onAgain={() => again(false)}
        />
      );
    case 'cannot':
      return <CannotStart problem={state.problem} onAgain={() => again(false)} onStartEmpty={() => again(true)} />;
    default:
      return assertNever(state);
  }
}
