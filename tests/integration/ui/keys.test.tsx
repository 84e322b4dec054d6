// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { KEY_GROUPS } from '#renderer/app/keys.ts';
import { PLACES, SETTINGS } from '#renderer/app/screens.ts';
import { useNavigation } from '#renderer/session/navigation.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { newAffiliate } from '#shared/domain/affiliates/affiliate.ts';
import { fakeLedger } from '#tests/support/fake-ledger.ts';
import { made } from '#tests/support/fake-rows.ts';
import { closeApp, openApp, type OpenApp } from './open-app.tsx';

afterEach(() => {
  closeApp();
  usePreferences.setState({ letters: true });
});

const RENDERER = join(import.meta.dirname, '../../../renderer');
const sources = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => readFileSync(join(RENDERER, name), 'utf8'));

/** "Control+K" as the map has it: "Ctrl K". */
const mapped = (shortcut: string): string =>
  shortcut
    .split('+')
    .map((part) => (part === 'Control' ? 'Ctrl' : part.length === 1 ? part.toUpperCase() : part))
    .join(' ');

const affiliate = newAffiliate({ id: 'a1', name: 'Paws', createdAt: 0, createdByImport: null, editedAt: 1 });
const open = (): Promise<OpenApp> =>
  openApp(fakeLedger([made('2026-11-01', { transactionId: 'T1' })]), { affiliates: [affiliate] });

describe('the table of keys', () => {
  it('has every key that a button of the program names', () => {
    const named = sources.flatMap((source) =>
      [...source.matchAll(/aria-keyshortcuts="([^"]+)"/g)].flatMap(([, keys = '']) => keys.split(' ')),
    );
    expect(named.length).toBeGreaterThan(5);
    const known = new Set(KEY_GROUPS.flatMap(({ keys }) => keys.map((each) => each.keys)));
    for (const shortcut of named.filter((each) => !each.startsWith('Meta'))) {
      expect([...known], shortcut).toContain(mapped(shortcut));
    }
  });

  it('says one thing of a key in one place', () => {
    for (const { title, keys } of KEY_GROUPS) {
      expect(new Set(keys.map((each) => each.keys)).size, title).toBe(keys.length);
    }
    expect(new Set(KEY_GROUPS.map(({ title }) => title)).size).toBe(KEY_GROUPS.length);
  });

  it('is what the map shows; without letters only what is left', async () => {
    const { user } = await open();
    await user.keyboard('?');
    const map = await screen.findByRole('dialog', { name: 'Keys' });
    for (const { title, keys } of KEY_GROUPS) {
      expect(within(map).getByRole('heading', { name: title })).toBeInTheDocument();
      for (const { does } of keys) expect(within(map).getAllByText(does)).not.toHaveLength(0);
    }
    await user.keyboard('{Escape}');
    usePreferences.setState({ letters: false });
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('show the keys{Enter}');
    const less = await screen.findByRole('dialog', { name: 'Keys' });
    expect(within(less).queryByText('Decline')).not.toBeInTheDocument();
    expect(within(less).getByText('Search and commands')).toBeInTheDocument();
  });

  it('is true of the places', async () => {
    const { user } = await open();
    for (const { letter, screen: place } of [...PLACES.slice(1), SETTINGS]) {
      await user.keyboard(`g${letter}`);
      expect(useNavigation.getState().route.screen).toBe(place);
    }
  });

  it('is true of what works everywhere', async () => {
    const { user, desk } = await open();
    await user.keyboard('ga');
    await screen.findByRole('grid', { name: 'Affiliates' });
    const tried: Record<string, () => Promise<void>> = {
      'Ctrl K': async () => {
        await user.keyboard('{Control>}k{/Control}');
        await screen.findByRole('combobox', { name: 'Search' });
        await user.keyboard('{Escape}');
      },
      'Ctrl O': async () => {
        const asked = vi.spyOn(desk.files, 'choose');
        await user.keyboard('{Control>}o{/Control}');
        expect(asked).toHaveBeenCalledOnce();
      },
      'Alt ←': async () => {
        await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
        expect(useNavigation.getState().route.screen).toBe('dashboard');
      },
      'Alt →': async () => {
        await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
        expect(useNavigation.getState().route.screen).toBe('affiliates');
      },
      '/': async () => {
        await screen.findByRole('grid', { name: 'Affiliates' });
        await user.keyboard('/');
        expect(screen.getByRole('searchbox')).toHaveFocus();
        screen.getByRole('searchbox').blur();
      },
      C: async () => {
        await user.keyboard('c');
        await screen.findByRole('dialog');
        await user.keyboard('{Escape}');
        await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
      },
      '?': async () => {
        await user.keyboard('?');
        await screen.findByRole('dialog', { name: 'Keys' });
      },
      Esc: async () => {
        await user.keyboard('{Escape}');
        await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
      },
    };
    for (const attempt of Object.values(tried)) await attempt();
    // The rest of them is walked through in tests/e2e/keyboard.spec.ts.
    const elsewhere = ['Ctrl Z', 'Ctrl Shift Z', 'E'];
    const everywhere = KEY_GROUPS.find(({ title }) => title === 'Everywhere')?.keys.map((each) => each.keys) ?? [];
    expect([...Object.keys(tried), ...elsewhere].sort()).toEqual([...everywhere].sort());
  });
});
