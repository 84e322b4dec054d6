const { contextBridge, ipcRenderer, webUtils } = require('electron');
contextBridge.exposeInMainWorld('api', {
  version: 3,
  nested: { add: (a, b) => a + b },
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  say: (value) => ipcRenderer.send('say', value),
  twice: (callback) => callback(2) * 2,
  fail: () => {
    throw new Error('no');
  },
  require: (id) => Object.keys(require(id)),
  argv: () => process.argv,
  on: (callback) => {
    const listener = (_event, value) => callback(value);
    ipcRenderer.on('seen', listener);
    return () => ipcRenderer.off('seen', listener);
  },
  pathOf: (file) => webUtils.getPathForFile(file),
  pathsOf: (files) => files.map((file) => webUtils.getPathForFile(file)),
});
window.leak = 'of the preload';
