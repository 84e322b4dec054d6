import { Notification } from 'electron';
import type { Log } from '#main/log.ts';

export interface Notice {
  /** A later notice of the same key takes its place. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
  /** Buttons, where the desktop has them. */
  readonly actions: readonly { readonly text: string; readonly run: () => void }[];
  readonly onClick: () => void;
}

export type Notifications = 'shown' | 'unsupported' | 'refused';

export interface Notifier {
  /** `unsupported`: this desktop shows none; `refused`: it did not take the last one. */
  reach(): Notifications;
  show(notice: Notice): void;
  /** Takes it off the desktop if it is there. */
  dismiss(key: string): void;
}

/** Notices on the desktop, where it shows any. A desktop that does not is no error: the inbox has everything. */
export function createNotifier(log: Log): Notifier {
  // Held, since a notification that is collected can no longer be clicked.
  const shown = new Map<string, Notification>();
  let refused = false;
  const dismiss = (key: string): void => {
    const notification = shown.get(key);
    shown.delete(key);
    notification?.close();
  };
  return {
    dismiss,
    reach: () => (!Notification.isSupported() ? 'unsupported' : refused ? 'refused' : 'shown'),
    show({ key, title, body, actions, onClick }) {
      if (!Notification.isSupported()) return;
      dismiss(key);
      const notification = new Notification({
        title,
        body,
        actions: actions.map(({ text }) => ({ type: 'button', text })),
      });
      const answered = (run: (() => void) | undefined): void => {
        if (shown.get(key) === notification) dismiss(key);
        run?.();
      };
      notification.on('click', () => answered(onClick));
      notification.on('action', (_details, index) => answered(actions[index]?.run));
      // An unsigned program on macOS, a Linux desktop without a service for notifications.
      notification.on('failed', () => {
        refused = true;
        log.warn('notification.failed');
      });
      notification.on('show', () => (refused = false));
      shown.set(key, notification);
      notification.show();
    },
  };
}
