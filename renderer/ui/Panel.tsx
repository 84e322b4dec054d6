import { X } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import './panel.css';

const NARROWEST = 300;
const WIDEST = 720;
const STEP = 24;

interface Props {
  /** Accessible name of the region. */
  readonly label: string;
  readonly title: ReactNode;
  readonly width: number;
  readonly onWidth: (width: number) => void;
  readonly onClose: () => void;
  /** Arrows up and down move through the list behind. */
  readonly onMove: (by: 1 | -1) => void;
  readonly children: ReactNode;
}

/** Details at the right of a list: as wide as she drags it (or with the arrows on its edge), closed with Esc. */
export function Panel({ label, title, width, onWidth, onClose, onMove, children }: Props) {
  const [drag, setDrag] = useState<{ readonly x: number; readonly width: number } | null>(null);
  const panel = useRef<HTMLElement>(null);
  const fit = (wanted: number): number => Math.min(WIDEST, Math.max(NARROWEST, Math.round(wanted)));

  useEffect(() => {
    // Esc closes it from wherever she is, unless something that floats or a field takes it first.
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onClose]);

  return (
    <aside
      ref={panel}
      className="panel"
      aria-label={label}
      style={{ width }}
      onKeyDown={(event) => {
        if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        onMove(event.key === 'ArrowDown' ? 1 : -1);
      }}
    >
      <div
        className="panel-edge"
        role="separator"
        aria-label="Width of the details"
        aria-orientation="vertical"
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        aria-valuenow={width}
        tabIndex={0}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ x: event.clientX, width });
        }}
        onPointerMove={(event) => drag && onWidth(fit(drag.width + drag.x - event.clientX))}
        onPointerUp={() => setDrag(null)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') onWidth(fit(width + STEP));
          else if (event.key === 'ArrowRight') onWidth(fit(width - STEP));
        }}
      />
      <header className="panel-header">
        <h2>{title}</h2>
        <IconButton label="Close details" icon={<X size={16} aria-hidden="true" />} onClick={onClose} />
      </header>
      <div className="panel-body" tabIndex={-1}>
        {children}
      </div>
    </aside>
  );
}
