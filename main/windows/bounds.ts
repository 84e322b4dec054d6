import type { Rectangle } from 'electron';
import type { MachineSettings } from '#main/files/settings.ts';

export const DEFAULT_SIZE = { width: 1280, height: 800 } as const;
export const MIN_SIZE = { minWidth: 960, minHeight: 600 } as const;

/** How much of a remembered window must lie on a screen, so that she can take hold of it; DIP. */
const GRIP = 120;

/**
 * Where the window opens: where it last stood if that is still on a screen (one may have been unplugged), else the
 * default size wherever the system likes.
 */
export function startBounds(
  remembered: MachineSettings['window'],
  screens: readonly Rectangle[],
): Partial<Rectangle> & { readonly width: number; readonly height: number } {
  if (!remembered) return DEFAULT_SIZE;
  const { x, y, width, height } = remembered;
  const size = { width: Math.max(width, MIN_SIZE.minWidth), height: Math.max(height, MIN_SIZE.minHeight) };
  const reachable = screens.some(
    (screen) =>
      Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x) >= GRIP &&
      y >= screen.y &&
      y <= screen.y + screen.height - GRIP,
  );
  return reachable ? { x, y, ...size } : size;
}
