import { create } from 'zustand';

const MINUTE_MS = 60_000;

/** What time it is, to the minute: for "2 h ago" and for the day on which periods hang. Epoch ms. */
export const useClock = create<{ readonly now: number }>()(() => ({ now: Date.now() }));

/** Keeps the clock going; answers how to stop it. */
export function startClock(): () => void {
  const tick = (): void => useClock.setState({ now: Date.now() });
  tick();
  const timer = setInterval(tick, MINUTE_MS);
  // A laptop that wakes up has missed its ticks.
  window.addEventListener('focus', tick);
  return () => {
    clearInterval(timer);
    window.removeEventListener('focus', tick);
  };
}
