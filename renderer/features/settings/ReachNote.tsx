import { useEffect, useState } from 'react';
import { desk } from '#renderer/platform/desk.ts';
import { Notice } from '#renderer/ui/Parts.tsx';
import type { Reach } from '#shared/ipc/contract.ts';

/** How far reminders reach on this computer: what the program cannot do here is said, and what ends reminders anywhere. */
export function ReachNote() {
  const [reach, setReach] = useState<Reach | null>(null);
  useEffect(() => {
    let wanted = true;
    void desk()
      .clock.reach()
      .then((result) => {
        if (wanted && result.ok) setReach(result.value);
      });
    return () => {
      wanted = false;
    };
  }, []);
  if (!reach) return null;
  return (
    <>
      {reach.notifications !== 'shown' && (
        <Notice kind="warning">
          {reach.notifications === 'unsupported'
            ? 'This desktop shows no notifications. Reminders and summaries wait in the inbox, and nobody tells you of them.'
            : 'The last notification was not taken by this desktop: allow Affiliate Desk in its settings for notifications. Until then reminders wait in the inbox.'}
        </Notice>
      )}
      <p className="faint small setting-reach">
        Reminders come as long as the program runs, also with its window closed. After Quit none comes until it is
        started again; what was missed then comes at once.
        {reach.tray === 'unsure' &&
          ' Not every Linux desktop shows the icon of a program whose window is closed: starting it again shows the window.'}
      </p>
    </>
  );
}
