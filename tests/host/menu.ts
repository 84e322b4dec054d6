import { present } from './present.ts';
import { record } from './record.ts';
import { windows } from './window-list.ts';

type Options = Electron.MenuItemConstructorOptions;

class MenuItem implements Pick<
  Electron.MenuItem,
  'id' | 'label' | 'type' | 'enabled' | 'visible' | 'checked' | 'click'
> {
  readonly id: string;
  label: string;
  readonly type: Electron.MenuItem['type'];
  readonly role: Options['role'];
  readonly accelerator: Options['accelerator'];
  readonly submenu: Menu | undefined;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly click: (...args: unknown[]) => void;

  constructor(options: Options) {
    this.role = options.role;
    this.label = options.label ?? options.role ?? '';
    this.id = options.id ?? '';
    this.submenu = Array.isArray(options.submenu)
      ? Menu.buildFromTemplate(options.submenu)
      : (options.submenu as Menu | undefined);
    this.type = options.type ?? (this.submenu ? 'submenu' : 'normal');
    this.accelerator = options.accelerator;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    // As a person's click: a disabled entry does nothing, a check box turns over first.
    this.click = () => {
      if (!this.enabled || !this.visible) return;
      if (this.type === 'checkbox') this.checked = !this.checked;
      const window = [...windows].find((each) => each.isFocused());
      options.click?.(this as unknown as Electron.MenuItem, window as unknown as Electron.BaseWindow, {});
    };
    return present('MenuItem', this);
  }
}

class Menu implements Pick<Electron.Menu, 'popup' | 'closePopup'> {
  private static applicationMenu: Menu | null = null;
  readonly items: MenuItem[] = [];

  constructor() {
    return present('Menu', this);
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.applicationMenu = menu;
  }

  static getApplicationMenu(): Menu | null {
    return Menu.applicationMenu;
  }

  static buildFromTemplate(template: (Options | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const entry of template) menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry));
    return menu;
  }

  append(item: MenuItem): void {
    this.items.push(item);
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  /** By id, or by the labels on the way to it: `['File', 'Import']`. */
  find(path: string | readonly string[]): MenuItem | null {
    if (typeof path === 'string') return this.getMenuItemById(path);
    const [label, ...rest] = path;
    const item = this.items.find((each) => each.label.replace('&', '') === label) ?? null;
    return rest.length === 0 ? item : (item?.submenu?.find(rest) ?? null);
  }

  popup(): void {
    record(
      'menuPopup',
      this.items.map((item) => item.label),
    );
  }

  closePopup(): void {}
}

export { Menu, MenuItem };
