// Loaded into real Electron before the application: writes down every message that main sends to a window.
const { appendFileSync } = require('node:fs');
const { app, ipcMain } = require('electron');

const note = (contents, message) =>
  appendFileSync(process.env.EKSPOSE_RECORD_FILE, `${JSON.stringify({ url: contents.getURL(), message })}\n`);

app.on('web-contents-created', (_event, contents) => {
  const { send } = contents;
  contents.send = (channel, ...args) => {
    note(contents, args);
    return send.call(contents, channel, ...args);
  };
});
const { handle } = ipcMain;
ipcMain.handle = (channel, handler) =>
  handle.call(ipcMain, channel, async (event, ...args) => {
    const answer = await handler(event, ...args);
    note(event.sender, answer);
    return answer;
  });
