import { useEffect, useRef } from 'react';
import { desk } from '#renderer/platform/desk.ts';
import { chooseFiles, takeIn } from '#renderer/session/incoming.ts';
import { openNewTask } from '#renderer/session/new-task.ts';
import { goTo, useNavigation } from '#renderer/session/navigation.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { redoLast, undoLast } from '#renderer/session/undo.ts';
import type { Command } from '#shared/ipc/contract.ts';
import { openTarget } from './open-target.ts';
import { PLACES, SETTINGS } from './screens.ts';

/** After G, the letter of a screen counts for so long. ms */
const PREFIX_STAYS = 1_500;

interface Doors {
  readonly openPalette: () => void;
  readonly openKeys: () => void;
}

/** The keys, the mouse's two side buttons, the menu's commands and the files from the desktop, for the whole window. */
export function useShortcuts(doors: Doors): void {
  const { openPalette, openKeys } = doors;
  const prefixAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    const { back, forward } = useNavigation.getState();
    const commands: Readonly<Record<Command, () => void>> = {
      import: () => void chooseFiles(),
      palette: openPalette,
      back,
      forward,
      undo: () => (isTyping(document.activeElement) ? document.execCommand('undo') : void undoLast()),
      redo: () => (isTyping(document.activeElement) ? document.execCommand('redo') : void redoLast()),
    };

    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const command = commandOf(event);
      if (command) {
        // Inside a field these two are the field's own.
        if ((command === 'undo' || command === 'redo') && isTyping(event.target)) return;
        event.preventDefault();
        commands[command]();
        return;
      }
      if (!usePreferences.getState().letters || isTyping(event.target) || isFloating(event.target)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (letter(event)) event.preventDefault();
    };

    const letter = (event: KeyboardEvent): boolean => {
      const key = event.key.toLowerCase();
      if (event.key === '?') openKeys();
      else if (key === 'c') openNewTask();
      else if (key === 'e') return edit();
      else if (event.key === '/') return focusFilter();
      else if (key === 'j' || key === 'k') return enterList();
      else return false;
      return true;
    };

    /** G and a letter, before the list she is in takes the letter for its own. */
    const onPrefix = (event: KeyboardEvent): void => {
      if (!usePreferences.getState().letters || isTyping(event.target) || isFloating(event.target)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const key = event.key.toLowerCase();
      const afterG = event.timeStamp - prefixAt.current < PREFIX_STAYS;
      prefixAt.current = key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const place = afterG ? [...PLACES, SETTINGS].find((each) => each.letter === key) : undefined;
      if (place) goTo(place.route);
      if (!place && key !== 'g') return;
      event.preventDefault();
      event.stopPropagation();
    };

    const onMouse = (event: MouseEvent): void => {
      if (event.button === 3) back();
      else if (event.button === 4) forward();
      else return;
      event.preventDefault();
    };

    window.addEventListener('keydown', onPrefix, { capture: true });
    window.addEventListener('keydown', onKey);
    window.addEventListener('mouseup', onMouse);
    const stops = [
      desk().on('command', (command) => commands[command]()),
      desk().on('open', openTarget),
      desk().on('intake', (entries) => takeIn(entries)),
      () => window.removeEventListener('keydown', onPrefix, { capture: true }),
      () => window.removeEventListener('keydown', onKey),
      () => window.removeEventListener('mouseup', onMouse),
    ];
    return () => stops.forEach((stop) => stop());
  }, [openPalette, openKeys]);
}

function commandOf(event: KeyboardEvent): Command | null {
  const chord = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (chord && key === 'k') return 'palette';
  if (chord && key === 'o') return 'import';
  if (chord && key === 'z') return event.shiftKey ? 'redo' : 'undo';
  if (chord && key === 'y') return 'redo';
  if ((event.altKey && key === 'arrowleft') || (event.metaKey && key === '[')) return 'back';
  if ((event.altKey && key === 'arrowright') || (event.metaKey && key === ']')) return 'forward';
  return null;
}

function focusFilter(): boolean {
  const filter = document.querySelector<HTMLInputElement>('input[type="search"]');
  filter?.focus();
  filter?.select();
  return filter !== null;
}

/** What can be edited on a page says so. */
function edit(): boolean {
  const button = document.querySelector<HTMLElement>('main [aria-keyshortcuts="e"]');
  button?.click();
  return button !== null;
}

/** J and K from anywhere begin in the list of the screen; from there on they are the list's own. */
function enterList(): boolean {
  const list = document.querySelector<HTMLElement>('main [role="grid"]');
  if (!list || list.contains(document.activeElement)) return false;
  list.focus();
  list.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
  return true;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** In a dialog or a list that is open, letters are its own. */
const isFloating = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"], [role="listbox"], [role="menu"]') !== null;
