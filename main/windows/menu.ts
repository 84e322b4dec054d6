import type { MenuItemConstructorOptions } from 'electron';
import type { Command, ThemeChoice } from '#shared/ipc/contract.ts';

export interface MenuParts {
  readonly platform: NodeJS.Platform;
  readonly developing: boolean;
  readonly theme: ThemeChoice;
  readonly command: (command: Command) => void;
  readonly setTheme: (choice: ThemeChoice) => void;
  readonly showLog: () => void;
  /** Null where there is no place to ask: a build without a feed, or one that is not installed. */
  readonly checkForUpdates: (() => void) | null;
}

const THEMES: readonly { readonly choice: ThemeChoice; readonly label: string }[] = [
  { choice: 'system', label: 'Same as the system' },
  { choice: 'light', label: 'Light' },
  { choice: 'dark', label: 'Dark' },
];

/** The application menu. Ids are how tests, and later the page, point at an item. */
export function menuTemplate(parts: MenuParts): MenuItemConstructorOptions[] {
  const mac = parts.platform === 'darwin';
  const item = (id: Command, label: string, accelerator: string): MenuItemConstructorOptions => ({
    id,
    label,
    accelerator,
    // Shown here, handled by the page: in a text field the same keys are the field's own.
    registerAccelerator: false,
    click: () => parts.command(id),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(mac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: '&File',
      submenu: [item('import', 'Import…', 'CmdOrCtrl+O'), separator, { role: mac ? 'close' : 'quit' }],
    },
    {
      label: '&Edit',
      submenu: [
        item('undo', 'Undo', 'CmdOrCtrl+Z'),
        item('redo', 'Redo', mac ? 'Shift+Cmd+Z' : 'Ctrl+Y'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&Go',
      submenu: [
        item('back', 'Back', mac ? 'Cmd+[' : 'Alt+Left'),
        item('forward', 'Forward', mac ? 'Cmd+]' : 'Alt+Right'),
        separator,
        item('palette', 'Go to…', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: '&View',
      submenu: [
        {
          label: 'Appearance',
          submenu: THEMES.map(({ choice, label }) => ({
            id: `theme-${choice}`,
            label,
            type: 'radio',
            checked: parts.theme === choice,
            click: () => parts.setTheme(choice),
          })),
        },
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(parts.developing
          ? ([separator, { role: 'reload' }, { role: 'toggleDevTools' }] satisfies MenuItemConstructorOptions[])
          : []),
      ],
    },
    { role: 'windowMenu' },
    {
      label: '&Help',
      role: 'help',
      submenu: [
        { id: 'show-log', label: 'Show the log file', click: () => parts.showLog() },
        ...(parts.checkForUpdates
          ? [{ id: 'check-for-updates', label: 'Check for updates…', click: parts.checkForUpdates }]
          : []),
        ...(mac ? [] : [{ role: 'about' } satisfies MenuItemConstructorOptions]),
      ],
    },
  ];
}
