import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import { createContext, useContext, type ReactNode } from 'react';
import './parts.css';

/** What every empty state offers below its own button. */
export const EmptyOffer = createContext<ReactNode>(null);

/** One sentence of what belongs here and one button. */
export function EmptyState(props: {
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  const offer = useContext(EmptyOffer);
  return (
    <div className="empty">
      {props.icon && <span className="empty-icon">{props.icon}</span>}
      <p>{props.children}</p>
      {props.action}
      {offer}
    </div>
  );
}

/** A grey bar in the place of a text that is coming; width in percent. */
export function Skeleton({ width }: { readonly width: number }) {
  return <span className="skeleton" aria-hidden="true" style={{ width: `${width}%` }} />;
}

/** Work with numbers and a way out of it. `share` from 0 to 1, null while it cannot be known. */
export function Progress(props: {
  readonly label: string;
  readonly share: number | null;
  readonly detail: string;
  readonly action?: ReactNode;
}) {
  const percent = props.share === null ? undefined : Math.round(props.share * 100);
  return (
    <div className="progress">
      <div className="progress-words">
        <span>{props.label}</span>
        <span>{props.detail}</span>
      </div>
      <div
        className="progress-track"
        role="progressbar"
        aria-label={props.label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={props.detail}
      >
        <div className="progress-fill" style={{ width: `${percent ?? 0}%` }} />
      </div>
      {props.action && <div>{props.action}</div>}
    </div>
  );
}

/** A figure with its name above and what it is made of or compared with below. */
export function Stat(props: { readonly label: string; readonly children: ReactNode; readonly below?: ReactNode }) {
  return (
    <div className="stat" role="group" aria-label={props.label}>
      <span className="stat-label">{props.label}</span>
      <span className="stat-figure">{props.children}</span>
      <span className="stat-below">{props.below}</span>
    </div>
  );
}

const NOTICE_ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info } as const;

/** Something that stands in the page until it is dealt with: what happened, to what, what can be done now. */
export function Notice(props: {
  readonly kind: keyof typeof NOTICE_ICONS;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  const Icon = NOTICE_ICONS[props.kind];
  return (
    <div className={`notice notice-${props.kind}`} role={props.kind === 'error' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden="true" />
      <div className="notice-body">
        <div>{props.children}</div>
        {props.actions && <div className="notice-actions">{props.actions}</div>}
      </div>
    </div>
  );
}

interface ChipProps {
  readonly text: string;
  readonly onRemove: () => void;
  /** Left out: it can only be removed. */
  readonly onChange?: () => void;
}

/** A condition that is in force, its change and its removal. */
export function Chip({ text, onRemove, onChange }: ChipProps) {
  return (
    <span className="chip">
      {onChange ? (
        <button type="button" className="chip-text" title={text} onClick={onChange}>
          {text}
        </button>
      ) : (
        <span className="chip-text" title={text}>
          {text}
        </span>
      )}
      <button type="button" aria-label={`Remove ${text}`} onClick={onRemove}>
        <X size={14} aria-hidden="true" />
      </button>
    </span>
  );
}
