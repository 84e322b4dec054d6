import { Component, type ReactNode } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Parts.tsx';
import './app.css';

interface Props {
  readonly children: ReactNode;
  /** Another value is another place: what failed there does not matter here. */
  readonly place?: string;
}

interface State {
  readonly error: Error | null;
  readonly place: string | undefined;
}

/** Catches a defect in a screen, says so, and leaves the rest of the window alone. The data is never touched by drawing. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.place === state.place ? null : { error: null, place: props.place };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className="failed-screen">
        <Notice kind="error" actions={<Button onClick={() => this.setState({ error: null })}>Show it again</Button>}>
          <p>This screen could not be shown because of a defect in the program. Your data is as it was.</p>
          <details>
            <summary>Details for whoever mends it</summary>
            <pre>{error.stack ?? error.message}</pre>
          </details>
        </Notice>
      </div>
    );
  }
}
