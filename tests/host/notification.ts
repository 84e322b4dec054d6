import dbus from 'dbus-next';
import { app } from './app.ts';
import { onShutdown } from './environment.ts';
import { HostObject, hostEvent } from './present.ts';
import { record } from './record.ts';

const SERVICE = 'org.freedesktop.Notifications';
type Implemented = Pick<
  Electron.Notification,
  'show' | 'close' | 'title' | 'subtitle' | 'body' | 'silent' | 'urgency' | 'timeoutType' | 'actions'
>;

/** The methods of the desktop notifications specification (1.2) that are used. */
interface Daemon extends dbus.ClientInterface {
  Notify(
    app: string,
    replaces: number,
    icon: string,
    title: string,
    body: string,
    actions: string[],
    hints: Record<string, dbus.Variant>,
    timeout: number,
  ): Promise<number>;
  CloseNotification(id: number): Promise<void>;
}

const onScreen = new Map<number, Notification>();
let connecting: Promise<Daemon> | undefined;

async function connect(): Promise<Daemon> {
  const bus = dbus.sessionBus();
  onShutdown(() => bus.disconnect());
  const object = await bus.getProxyObject(SERVICE, '/org/freedesktop/Notifications');
  const daemon = object.getInterface(SERVICE) as unknown as Daemon;
  daemon.on('ActionInvoked', (id: number, key: string) =>
    onScreen.get(id)?.press(key === 'default' ? undefined : Number(key)),
  );
  daemon.on('NotificationClosed', (id: number) => {
    onScreen.get(id)?.emit('close', hostEvent({}));
    onScreen.delete(id);
  });
  return daemon;
}

/** A real desktop notification where there is a session bus; elsewhere it is only noted. */
export class Notification extends HostObject implements Implemented {
  /** Every notification shown, for the test to click. */
  static readonly shown: Notification[] = [];
  title: string;
  subtitle: string;
  body: string;
  silent: boolean;
  urgency: 'normal' | 'critical' | 'low';
  timeoutType: 'default' | 'never';
  actions: Electron.NotificationAction[];
  private onBus: number | undefined;

  static isSupported(): boolean {
    return true;
  }

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super('Notification', { emits: ['show', 'click', 'close', 'action', 'failed'], never: ['reply'] });
    this.title = options.title ?? '';
    this.subtitle = options.subtitle ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
    this.urgency = options.urgency ?? 'normal';
    this.timeoutType = options.timeoutType ?? 'default';
    this.actions = options.actions ?? [];
  }

  show(): void {
    const { title, body, actions } = this;
    record('notification', { title, body, actions: actions.map(({ text }) => text ?? '') });
    Notification.shown.push(this);
    const done = process.env['DBUS_SESSION_BUS_ADDRESS'] === undefined ? Promise.resolve() : this.send();
    done.then(
      () => this.emit('show', hostEvent({})),
      (error: unknown) => this.emit('failed', hostEvent({}), String(error)),
    );
  }

  private async send(): Promise<void> {
    connecting ??= connect();
    const daemon = await connecting;
    const actions = ['default', 'Open', ...this.actions.flatMap(({ text }, index) => [String(index), text ?? ''])];
    const urgency = new dbus.Variant('y', { low: 0, normal: 1, critical: 2 }[this.urgency]);
    const timeout = this.timeoutType === 'never' ? 0 : -1;
    this.onBus = await daemon.Notify(
      app.getName(),
      this.onBus ?? 0,
      '',
      this.title,
      this.body,
      actions,
      { urgency },
      timeout,
    );
    onScreen.set(this.onBus, this);
  }

  /** A person's click on it, or on one of its buttons. */
  press(action?: number): void {
    if (action === undefined) this.emit('click', hostEvent({}));
    else this.emit('action', hostEvent({ actionIndex: action, selectionIndex: -1 }), action, -1);
  }

  close(): void {
    const id = this.onBus;
    if (id === undefined) this.emit('close', hostEvent({}));
    else void connecting?.then((daemon) => daemon.CloseNotification(id));
  }
}
