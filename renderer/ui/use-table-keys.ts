import type { KeyboardEvent } from 'react';
import type { TableCursor } from './use-table-cursor.ts';

interface Keys {
  readonly total: number;
  /** Rows a Page key moves. */
  readonly page: number;
  readonly cursor: TableCursor;
  readonly letters: boolean;
  readonly onOpen?: ((index: number) => void) | undefined;
  /** E or F2. */
  readonly onEdit?: ((index: number) => void) | undefined;
  readonly onCopy?: (() => void) | undefined;
  /** The menu key or Shift+F10, with rows selected. */
  readonly onActions?: (() => void) | undefined;
}

/**
 * Arrows or J/K move, Shift extends, Space selects, Ctrl/Cmd+A selects all, Esc lets go, Enter opens, E or F2 edits, Ctrl/Cmd+C copies,
 * the menu key or Shift+F10 goes to what can be done with the selected.
 */
export function useTableKeys({ total, page, cursor, letters, onOpen, onEdit, onCopy, onActions }: Keys) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    // Keys of the header's buttons and of links in cells are theirs.
    if (event.target !== event.currentTarget || event.altKey || total === 0) return;
    const at = cursor.active;
    if (event.ctrlKey || event.metaKey) {
      if (event.key === 'a') cursor.selectAll(total);
      else if (event.key === 'c' && onCopy && !window.getSelection()?.toString()) onCopy();
      else return;
      event.preventDefault();
      return;
    }
    const target = destination(event.key, at, total, page, letters);
    if (target !== null) cursor.moveTo(target, event.shiftKey);
    else if (event.key === ' ' && at !== null) cursor.toggle(at);
    else if (event.key === 'Escape' && cursor.selected.size > 0) cursor.unselect();
    else if (event.key === 'Enter' && at !== null && onOpen) onOpen(at);
    else if (event.key === 'F2' && at !== null && onEdit) onEdit(at);
    else if (letters && event.key.toLowerCase() === 'e' && at !== null && onEdit) onEdit(at);
    else if ((event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) && onActions) {
      if (cursor.selected.size === 0 && at !== null) cursor.toggle(at);
      onActions();
    } else return;
    event.preventDefault();
  };
}

function destination(key: string, at: number | null, total: number, page: number, letters: boolean): number | null {
  const move = (by: number): number => (at === null ? 0 : Math.max(0, Math.min(total - 1, at + by)));
  switch (letters ? key.toLowerCase() : key) {
    case 'j':
      return letters ? move(1) : null;
    case 'k':
      return letters ? move(-1) : null;
    case 'ArrowDown':
    case 'arrowdown':
      return move(1);
    case 'ArrowUp':
    case 'arrowup':
      return move(-1);
    case 'PageDown':
    case 'pagedown':
      return move(page);
    case 'PageUp':
    case 'pageup':
      return move(-page);
    case 'Home':
    case 'home':
      return 0;
    case 'End':
    case 'end':
      return total - 1;
    default:
      return null;
  }
}
