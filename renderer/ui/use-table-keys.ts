import type { KeyboardEvent } from 'react';
import type { TableCursor } from './use-table-cursor.ts';

interface Keys {
  readonly total: number;
  /** Rows a Page key moves. */
  readonly page: number;
  readonly cursor: TableCursor;
  readonly letters: boolean;
  readonly onOpen?: (index: number) => void;
  readonly onEdit?: (index: number) => void;
  readonly onCopy?: () => void;
}

/** Arrows or J/K move, Shift extends, Space selects, Enter opens, E edits, Ctrl/Cmd+C copies. */
export function useTableKeys({ total, page, cursor, letters, onOpen, onEdit, onCopy }: Keys) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    // Keys of the header's buttons and of links in cells are theirs.
    if (event.target !== event.currentTarget || event.altKey || total === 0) return;
    const at = cursor.active;
    const chord = event.ctrlKey || event.metaKey;
    if (chord) {
      if (event.key !== 'c' || !onCopy || window.getSelection()?.toString()) return;
      event.preventDefault();
      onCopy();
      return;
    }
    const target = destination(event.key, at, total, page, letters);
    if (target !== null) cursor.moveTo(target, event.shiftKey);
    else if (event.key === ' ' && at !== null) cursor.toggle(at);
    else if (event.key === 'Enter' && at !== null && onOpen) onOpen(at);
    else if (letters && event.key.toLowerCase() === 'e' && at !== null && onEdit) onEdit(at);
    else return;
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
