import type { Menu } from './menu.ts';
import { HostObject, hostEvent } from './present.ts';
import { record } from './record.ts';

type Implemented = Pick<
  Electron.Tray,
  'destroy' | 'isDestroyed' | 'setImage' | 'setToolTip' | 'setTitle' | 'setPressedImage' | 'popUpContextMenu'
>;

export class Tray extends HostObject implements Implemented {
  /** Every icon in the tray, for the test to click. */
  static readonly all: Tray[] = [];
  menu: Menu | null = null;
  private gone = false;

  constructor() {
    super('Tray', {
      emits: ['click', 'double-click', 'right-click'],
      never: ['balloon-click', 'mouse-enter', 'mouse-leave'],
    });
    Tray.all.push(this);
    record('tray', 'created');
  }

  /** The test's click. */
  press(): void {
    this.emit('click', hostEvent({}), { x: 0, y: 0, width: 0, height: 0 }, { x: 0, y: 0 });
  }

  setContextMenu(menu: Menu | null): void {
    this.menu = menu;
  }

  setToolTip(text: string): void {
    record('trayToolTip', text);
  }

  setTitle(title: string): void {
    record('trayTitle', title);
  }

  destroy(): void {
    this.gone = true;
    Tray.all.splice(Tray.all.indexOf(this), 1);
  }

  isDestroyed(): boolean {
    return this.gone;
  }

  setImage(): void {}
  setPressedImage(): void {}
  popUpContextMenu(): void {}
}
