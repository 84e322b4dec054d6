import { useEffect, useState, type ReactNode } from 'react';
import { useFormat } from '#renderer/session/use-period.ts';
import { Progress } from '#renderer/ui/Parts.tsx';
import { counted } from './effect-words.ts';
import { begun, timeLeft, timeLeftWords } from './time-left.ts';
import { progressOf, useProgress } from './use-wizard.ts';
import { useImport } from './wizard-store.ts';

interface Props {
  readonly label: string;
  readonly action: ReactNode;
}

/** How far a job on a file has come: rows, and how long it still takes once that can be said. */
export function ImportProgress({ label, action }: Props) {
  const format = useFormat();
  const progress = useProgress();
  const [left, setLeft] = useState(() => begun(Date.now()));
  useEffect(
    () =>
      useImport.subscribe(({ wizard }) => {
        const share = progressOf(wizard)?.share;
        if (share !== undefined) setLeft((before) => timeLeft(before, share, Date.now()));
      }),
    [],
  );
  const words = [progress ? counted(progress.rows, 'row', 'rows', format) : '', timeLeftWords(left, format)];
  return (
    <Progress
      label={label}
      share={progress?.share ?? null}
      detail={words.filter((word) => word !== '').join(' · ')}
      action={action}
    />
  );
}
