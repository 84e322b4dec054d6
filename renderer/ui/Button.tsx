import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import './button.css';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'> {
  readonly type?: 'button' | 'submit';
  readonly kind?: 'primary' | 'normal' | 'quiet';
  readonly size?: 'normal' | 'small';
  readonly icon?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ type = 'button', kind = 'normal', size = 'normal', icon, children, ...rest }: Props) {
  return (
    <button type={type} className={`button button-${kind} button-${size}`} {...rest}>
      {icon}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type' | 'children'> {
  /** Its accessible name, also shown on hover. */
  readonly label: string;
  readonly icon: ReactNode;
}

export function IconButton({ label, icon, ...rest }: IconButtonProps) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} {...rest}>
      {icon}
    </button>
  );
}
