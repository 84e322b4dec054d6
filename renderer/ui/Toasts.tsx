import { X } from 'lucide-react';
import { useEffect } from 'react';
import { Button, IconButton } from './Button.tsx';
import './toasts.css';

export interface ToastItem {
  readonly id: number;
  readonly text: string;
  /** Takes back what the text tells of. */
  readonly onUndo?: () => void;
  /** Something else to do about it. */
  readonly action?: { readonly label: string; run(): void };
  /** How long it stays, ms. */
  readonly stays: number;
}

/** Short words at the foot of the window about what has just happened. */
export function Toasts({
  toasts,
  onGone,
}: {
  readonly toasts: readonly ToastItem[];
  readonly onGone: (id: number) => void;
}) {
  return (
    <div className="toasts" role="status" aria-live="polite" aria-label="What just happened">
      {toasts.map((toast) => (
        <Toast key={toast.id} toast={toast} onGone={onGone} />
      ))}
    </div>
  );
}

function Toast({ toast, onGone }: { readonly toast: ToastItem; readonly onGone: (id: number) => void }) {
  const { id, stays } = toast;
  const action = toast.onUndo ? { label: 'Undo', run: toast.onUndo } : toast.action;
  useEffect(() => {
    const timer = setTimeout(() => onGone(id), stays);
    return () => clearTimeout(timer);
  }, [id, stays, onGone]);
  return (
    <div className="toast">
      <span>{toast.text}</span>
      {action && (
        <Button
          kind="quiet"
          size="small"
          onClick={() => {
            action.run();
            onGone(id);
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Dismiss" icon={<X size={14} aria-hidden="true" />} onClick={() => onGone(id)} />
    </div>
  );
}
