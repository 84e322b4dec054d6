import type { LedgerClient } from '#renderer/ledger/types.ts';
import { closeDoor, useDoor } from '#renderer/session/doors.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';
import { ComposeForm } from './ComposeForm.tsx';
import { useTemplates } from './use-templates.ts';
import './conversations.css';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly segments: Segments;
}

/** A message to affiliates, from a template or written now. */
export function ComposeDialog(props: Props) {
  const door = useDoor((state) => state.door);
  const templates = useTemplates();
  const open = door.kind === 'compose' && templates !== null;
  return (
    <Dialog open={open} onClose={closeDoor} title="Write to affiliates" width={1040}>
      {open && (
        <ComposeForm {...props} templates={templates} affiliateIds={door.affiliateIds} templateId={door.templateId} />
      )}
    </Dialog>
  );
}
