import type { IpcMainInvokeEvent } from 'electron';
import { APP_ORIGIN } from '#main/security/origin.ts';

/** The part of an invoke event by which its sender is judged. */
export type Sender = Pick<IpcMainInvokeEvent, 'senderFrame'>;

/**
 * Throws unless the call comes from the main frame of one of our own pages. A frame that has gone (null) is not trusted
 * either: nobody can tell any more who it was.
 */
export function assertTrustedSender({ senderFrame }: Sender): void {
  if (senderFrame === null) throw new Error('Refused: the frame that called is gone.');
  if (senderFrame.parent !== null) throw new Error('Refused: only the main frame may call.');
  if (senderFrame.origin !== APP_ORIGIN) throw new Error('Refused: only the program itself may call.');
}
