// Runs inside real Electron's main process, before the program (`electron -r`): replaces what would open a system dialog
// or leave the program. Questions are answered from a queue, the rest is noted. It changes the very objects and
// prototypes that the program will import.
const { app, dialog, Notification, shell, Tray } = require('electron');

// The program must not take this file for one of its own arguments.
const at = process.argv.indexOf(__filename);
if (at > 0) process.argv.splice(at - 1, 2);

const inside = { recorded: [], answers: {}, notifications: [], trays: [] };
globalThis.deskInside = inside;
const record = (kind, data) => void inside.recorded.push({ kind, data });

const declined = {
  showOpenDialog: { canceled: true, filePaths: [] },
  showSaveDialog: { canceled: true, filePath: '' },
  showMessageBox: { response: 0, checkboxChecked: false },
};
for (const [kind, otherwise] of Object.entries(declined)) {
  dialog[kind] = async (...args) => {
    record(kind, args.at(-1));
    return inside.answers[kind]?.shift() ?? otherwise;
  };
}
dialog.showErrorBox = (title, content) => record('showErrorBox', { title, content });
shell.openExternal = async (url) => record('openExternal', url);
shell.openPath = async (path) => {
  record('openPath', path);
  return '';
};
shell.showItemInFolder = (path) => record('showItemInFolder', path);
app.setLoginItemSettings = (settings) => record('loginItem', settings);

const { show } = Notification.prototype;
Notification.prototype.show = function () {
  record('notification', { title: this.title, body: this.body, actions: this.actions.map(({ text }) => text ?? '') });
  inside.notifications.push(this);
  show.call(this);
};
const { setContextMenu } = Tray.prototype;
Tray.prototype.setContextMenu = function (menu) {
  const known = inside.trays.find((tray) => tray.icon === this);
  if (known) known.menu = menu;
  else inside.trays.push({ icon: this, menu });
  setContextMenu.call(this, menu);
};
