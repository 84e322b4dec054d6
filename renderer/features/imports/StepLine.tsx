import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** A step that is done, folded to what came of it. */
export function StepLine({ title, icon, children, action }: Props) {
  return (
    <div className="step-line">
      {icon}
      <span className="step-title">{title}</span>
      <span className="step-words text-selectable">{children}</span>
      {action}
    </div>
  );
}
