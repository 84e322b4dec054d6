import { app, dialog } from 'electron';
import type { StateStore } from '#main/files/state.ts';

/**
 * Whether the data was last used with a later version of the program; says so to the person, who can only quit.
 * Such data is not opened: an older Chromium throws a newer one's database away.
 */
export async function refusesNewerData(state: StateStore): Promise<boolean> {
  const reading = await state.read();
  if (reading.kind !== 'newer') return false;
  await dialog.showMessageBox({
    type: 'error',
    message: 'A newer Affiliate Desk is needed',
    detail:
      `The data on this computer was last used with version ${reading.lastVersion}, and this is ${app.getVersion()}. ` +
      'Nothing was changed. Install the newer version again and open it with that.',
    buttons: ['Quit'],
  });
  return true;
}
