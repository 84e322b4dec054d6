import { create } from 'zustand';

/** With an Undo there is time to think; without one, time to read. ms. */
const STAYS = { withUndo: 10_000, plain: 5_000 } as const;

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly onUndo?: () => void;
  /** Something else to do about it. */
  readonly action?: ToastAction;
  readonly stays: number;
}

export interface ToastAction {
  readonly label: string;
  run(): void;
}

interface Toasts {
  readonly toasts: readonly Toast[];
  readonly made: number;
}

export const useToasts = create<Toasts>()(() => ({ toasts: [], made: 0 }));

/** Says something that leads on, for as long as there is time to think. */
export function offer(text: string, action: ToastAction): void {
  useToasts.setState(({ toasts, made }) => {
    const others = toasts.filter((toast) => toast.onUndo !== undefined);
    return { toasts: [...others, { id: made + 1, text, stays: STAYS.withUndo, action }], made: made + 1 };
  });
}

/** Says something. Only the newest step can be taken back from its toast, so that steps come back in their order. */
export function say(text: string, onUndo?: () => void): void {
  useToasts.setState(({ toasts, made }) => {
    // The newest of each kind: what was said before is old news, and an older step cannot be taken back before it.
    const others = toasts.filter((toast) => (toast.onUndo === undefined) !== (onUndo === undefined));
    const stays = onUndo ? STAYS.withUndo : STAYS.plain;
    const toast: Toast = { id: made + 1, text, stays, ...(onUndo ? { onUndo } : {}) };
    return { toasts: [...others, toast], made: made + 1 };
  });
}

export const unsay = (id: number): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));

/** Takes back every offer to undo: the step it meant is no longer the last one. */
export const withdrawUndo = (): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.onUndo === undefined) }));
