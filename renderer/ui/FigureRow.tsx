import { Stat } from './Parts.tsx';
import './figure-row.css';

interface Item {
  readonly label: string;
  readonly text: string;
  readonly change: string | null;
  readonly direction: 'better' | 'worse' | 'same';
  readonly note: string;
  /** Shows the rows it is made of. */
  readonly onOpen: (() => void) | null;
}

/** Figures in a row; each leads to its rows. */
export function FigureRow({ items }: { readonly items: readonly Item[] }) {
  return (
    <div className="figure-row">
      {items.map(({ label, text, change, direction, note, onOpen }) => (
        <Stat
          key={label}
          label={label}
          below={
            <>
              {change !== null && <span className={`change-${direction}`}>{change}</span>}
              {note !== '' && <span>{note}</span>}
            </>
          }
        >
          {onOpen ? (
            <button type="button" className="link" title={`Show the transactions behind ${label}`} onClick={onOpen}>
              {text}
            </button>
          ) : (
            text
          )}
        </Stat>
      ))}
    </div>
  );
}
