import '@testing-library/jest-dom/vitest';
import 'fake-indexeddb/auto';
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { App } from '#renderer/app/App.tsx';
import { openDesk } from '#renderer/db/open.ts';
import { replaceDesk } from '#renderer/platform/desk.ts';
import { fakeDesk, type FakeDesk } from '#renderer/platform/fake-desk.ts';
import { useNavigation } from '#renderer/session/navigation.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useToasts } from '#renderer/session/toasts.ts';
import { useUndo } from '#renderer/session/undo.ts';
import type { Affiliate, PartnerLink } from '#shared/domain/affiliates/affiliate.ts';
import type { FakeLedger } from '#tests/support/fake-ledger.ts';

// A limit for what hangs, not a measure of time.
configure({ asyncUtilTimeout: 20_000 });

export interface OpenApp {
  readonly desk: FakeDesk;
  readonly user: UserEvent;
}

interface People {
  readonly affiliates?: readonly Affiliate[];
  readonly links?: readonly PartnerLink[];
}

/** What a document without a layout does not have, and the screens ask for. */
function furnish(): void {
  class NoResize {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  globalThis.ResizeObserver = NoResize;
  Element.prototype.scrollIntoView = () => undefined;
  HTMLCanvasElement.prototype.getContext = () => null;
  window.matchMedia = (media) =>
    ({
      media,
      matches: false,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList;
}

let generation = 0;

/** The program as the person sees it, over a fake ledger and a fake machine, at its first screen. */
export async function openApp(ledger: FakeLedger, people: People = {}): Promise<OpenApp> {
  furnish();
  const desk = fakeDesk();
  replaceDesk(desk);
  const opened = await openDesk({
    remembered: { kind: 'known', lastVersion: '0', generation: ++generation, installId: 'x', rowCounts: {} },
    now: 0,
    startEmpty: true,
  });
  if (!opened.ok) throw new Error(opened.error.message);
  generation = opened.value.state.generation;
  await opened.value.database.affiliates.bulkPut([...(people.affiliates ?? [])]);
  await opened.value.database.links.bulkPut([...(people.links ?? [])]);
  useNavigation.setState({ past: [], route: { screen: 'dashboard' }, future: [] });
  useUndo.setState({ done: [], undone: [] });
  useToasts.setState({ toasts: [] });
  usePreferences.setState({ period: { kind: 'all' } });
  render(<App ledger={ledger} />);
  if (!ledger.lost) await screen.findByRole('navigation', { name: 'Screens' });
  return { desk, user: userEvent.setup() };
}

export const closeApp = (): void => {
  cleanup();
  replaceDesk(null);
};
