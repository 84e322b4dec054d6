import { ArrowLeft, ArrowRight, Import, Search } from 'lucide-react';
import { SampleMark } from '#renderer/features/greeting/SampleMark.tsx';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { chooseFiles } from '#renderer/session/incoming.ts';
import { useNavigation, type Route } from '#renderer/session/navigation.ts';
import { choose, usePreferences } from '#renderer/session/preferences.ts';
import { PERIOD_NAMES, useFormat, usePeriod, useToday } from '#renderer/session/use-period.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { PeriodPicker } from '#renderer/ui/PeriodPicker.tsx';
import { addDays, type Day } from '#shared/lib/day.ts';
import { placeOf } from './screens.ts';

/** Where I am, whether it is the sample program, the period, search, Import. */
export function TopLine({ ledger, onPalette }: { readonly ledger: LedgerClient; readonly onPalette: () => void }) {
  const { route, past, future, back, forward } = useNavigation();
  return (
    <header className="top-line">
      <div className="top-line-walk">
        <IconButton
          label="Back"
          icon={<ArrowLeft size={16} aria-hidden="true" />}
          disabled={past.length === 0}
          onClick={back}
        />
        <IconButton
          label="Forward"
          icon={<ArrowRight size={16} aria-hidden="true" />}
          disabled={future.length === 0}
          onClick={forward}
        />
      </div>
      <h1>{route.screen === 'segments' ? 'Segments' : placeOf(route.screen).name}</h1>
      <SampleMark ledger={ledger} />
      <div className="top-line-tools">
        <button type="button" className="search-button" onClick={onPalette} aria-keyshortcuts="Control+K Meta+K">
          <Search size={14} aria-hidden="true" />
          <span>Search</span>
          <kbd>{navigator.userAgent.includes('Mac') ? '⌘K' : 'Ctrl K'}</kbd>
        </button>
        {hasPeriod(route) && <Period />}
        <Button kind="primary" icon={<Import size={14} aria-hidden="true" />} onClick={() => void chooseFiles()}>
          Import
        </Button>
      </div>
    </header>
  );
}

const HAS_PERIOD = new Set<Route['screen']>([
  'dashboard',
  'affiliates',
  'affiliate',
  'segments',
  'pipeline',
  'transactions',
]);

/** Applications and checklists are as they stand today. */
const hasPeriod = (route: Route): boolean =>
  HAS_PERIOD.has(route.screen) &&
  !(route.screen === 'pipeline' && (route.view === 'applications' || route.view === 'checklists'));

const CHOICES = (Object.keys(PERIOD_NAMES) as (keyof typeof PERIOD_NAMES)[]).map((value) => ({
  value,
  label: PERIOD_NAMES[value],
}));

function Period() {
  const choice = usePreferences((state) => state.period);
  const { period } = usePeriod();
  const today = useToday();
  const format = useFormat();
  // An import and an order are looked at whole, a day is that day: until they are taken away the period waits.
  const overruledBy = useNavigation(({ route }) => {
    if (route.screen !== 'transactions') return null;
    return route.view.importId !== null || route.view.about !== null ? 'whole' : route.view.day;
  });
  const chosen =
    choice.kind === 'custom'
      ? format.period({ from: choice.first, to: addDays(choice.last, 1) })
      : PERIOD_NAMES[choice.kind];
  return (
    <PeriodPicker
      choices={CHOICES}
      value={choice.kind}
      shown={overruledBy === null ? chosen : overruledBy === 'whole' ? 'All dates' : format.day(overruledBy, today)}
      first={period?.from ?? (`${today.slice(0, 4)}-01-01` as Day)}
      last={period ? addDays(period.to, -1) : today}
      onChoose={(kind) => choose({ period: { kind } })}
      onDays={(first, last) => choose({ period: { kind: 'custom', first, last } })}
      disabled={overruledBy !== null}
    />
  );
}
