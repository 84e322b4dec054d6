import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import type { Problem } from '#shared/lib/result.ts';
import './app.css';

/** Problems that an empty database gets her past. Nothing is deleted by it. */
const CAN_START_EMPTY = new Set(['lost', 'damaged']);

interface Props {
  readonly problem: Problem;
  readonly onAgain: () => void;
  readonly onStartEmpty?: () => void;
}

/** The whole window when the data cannot be opened: what happened, and what she can do now. */
export function CannotStart({ problem, onAgain, onStartEmpty }: Props) {
  const [asked, setAsked] = useState(false);
  const canStartEmpty = onStartEmpty !== undefined && CAN_START_EMPTY.has(problem.code);
  return (
    <main className="cannot-start">
      <h1>{problem.code === 'lost' ? 'Your data is not where it was' : 'Your data could not be opened'}</h1>
      <p>{problem.message}</p>
      <div className="cannot-start-actions">
        <Button kind="primary" onClick={onAgain}>
          Try again
        </Button>
        {canStartEmpty && !asked && <Button onClick={() => setAsked(true)}>Start empty</Button>}
      </div>
      {canStartEmpty && asked && (
        <div className="cannot-start-sure">
          <p>
            Affiliate Desk will begin with an empty program. What is left of the old data stays on the disk, but you
            will not see it here.
          </p>
          <Button onClick={onStartEmpty}>Start with an empty program</Button>
        </div>
      )}
    </main>
  );
}
