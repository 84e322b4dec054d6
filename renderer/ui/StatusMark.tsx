import type { ReactNode } from 'react';
import './status-mark.css';

export type StatusShape = 'pending' | 'approved' | 'locked' | 'paid' | 'reversed' | 'unknown';

/** A shape, a word and a colour for where something stands: any one of them alone says it. */
export function StatusMark({ status, detail }: { readonly status: StatusShape; readonly detail?: string }) {
  return (
    <span className={`status-mark status-${status}`} title={detail}>
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
        {SHAPES[status]}
      </svg>
      {WORDS[status]}
    </span>
  );
}

export const WORDS: Readonly<Record<StatusShape, string>> = {
  pending: 'Pending',
  approved: 'Approved',
  locked: 'Locked',
  paid: 'Paid',
  reversed: 'Reversed',
  unknown: 'Unknown',
};

const SHAPES: Readonly<Record<StatusShape, ReactNode>> = {
  pending: <circle cx="5" cy="5" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  approved: <circle cx="5" cy="5" r="4.5" fill="currentColor" />,
  locked: <rect x="1" y="1" width="8" height="8" rx="1" fill="currentColor" />,
  paid: <path d="M1 5.4 3.8 8.2 9 2.2" fill="none" stroke="currentColor" strokeWidth="2" />,
  reversed: <path d="M1.8 1.8 8.2 8.2 M8.2 1.8 1.8 8.2" fill="none" stroke="currentColor" strokeWidth="2" />,
  unknown: <path d="M1 5 H9" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="2 1" />,
};
