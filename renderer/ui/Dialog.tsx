import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './dialog.css';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** The title is only read aloud. */
  readonly titleHidden?: boolean;
  readonly width?: number;
  readonly children: ReactNode;
}

/** A question or a tool that floats over the window until it is answered, Esc is pressed or something else is clicked. */
export function Dialog({ open, onClose, title, titleHidden = false, width = 480, children }: Props) {
  return (
    <ModalOverlay className="dialog-ground" isDismissable isOpen={open} onOpenChange={(next) => !next && onClose()}>
      <Modal className="dialog" style={{ width }}>
        <AriaDialog className="dialog-inside">
          <Heading slot="title" className={titleHidden ? 'hidden-but-read' : 'dialog-title'} level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
