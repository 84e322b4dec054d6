import { BrowserWindow, session, type Session } from 'electron';
import { cancelEveryRequest } from '#main/security/requests.ts';
import { reportPreferences } from '#main/security/web-preferences.ts';

/** Of the report window alone, in memory: nothing that it did is there for another window, or for itself a week later. */
const PARTITION = 'report';

let prepared: Session | null = null;

/** The session's own rules come with its making; this is the one that other windows have not. */
function reportSession(): Session {
  if (prepared) return prepared;
  prepared = session.fromPartition(PARTITION);
  cancelEveryRequest(prepared);
  return prepared;
}

/**
 * A finished page as a PDF, A4, with the page numbers of its own style. It is shown to nobody, in a window that runs no
 * script, has no preload and reaches nothing; the window is gone when this answers, however it went.
 */
export async function printReport(html: string): Promise<Uint8Array> {
  reportSession();
  const window = new BrowserWindow({
    show: false,
    width: 794,
    height: 1123,
    webPreferences: reportPreferences(PARTITION),
  });
  try {
    // A page without an origin: it has no part in the program's data.
    const reportPage = `data:text/html;charset=utf-8;base64,${Buffer.from(html, 'utf8').toString('base64')}`;
    await window.loadURL(reportPage);
    return await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true, preferCSSPageSize: true });
  } finally {
    window.destroy();
  }
}
