import { closeDoor, useDoor } from '#renderer/session/doors.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';
import { LinkBuilder } from './LinkBuilder.tsx';

interface Props {
  readonly directory: Directory;
  readonly segments: Segments;
}

/** Links made for affiliates, from wherever they were chosen. */
export function LinksDialog({ directory, segments }: Props) {
  const door = useDoor((state) => state.door);
  const isOpen = door.kind === 'links';
  return (
    <Dialog open={isOpen} onClose={closeDoor} title="Make links" width={920}>
      {isOpen && (
        <div className="links-dialog">
          <LinkBuilder directory={directory} segments={segments} affiliateIds={door.affiliateIds} />
        </div>
      )}
    </Dialog>
  );
}
