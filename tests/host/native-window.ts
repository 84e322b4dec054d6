import type { CdpSession } from './cdp.ts';
import { headless } from './chromium.ts';
import { findXWindow, setMapped } from './x11.ts';

export type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

/** What a window manager has not done by then it will not do; the next thing asked of it must not wait for ever. */
const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 3_000).unref());

/**
 * A window on the display, or without a display just the size of a page. What it is asked to do happens one after the
 * other, in the background, as a window manager would do it.
 */
export class NativeWindow {
  bounds: Electron.Rectangle;
  state: WindowState = 'normal';
  private readonly page: Promise<CdpSession>;
  private xWindow: string | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private gone = false;

  constructor(page: Promise<CdpSession>, bounds: Electron.Rectangle) {
    this.page = page;
    this.bounds = bounds;
    if (headless) this.setBounds({});
  }

  /** Finds the window by the title it has until a page is loaded in it; the program loads none before. */
  async place(title: string, visible: boolean): Promise<void> {
    if (headless) return;
    this.xWindow = await findXWindow(title);
    if (!visible) await setMapped(this.xWindow, false);
  }

  private later(action: (page: CdpSession) => Promise<unknown>): void {
    this.queue = this.queue
      .then(() => this.page)
      .then((page) => (this.gone ? undefined : Promise.race([action(page), patience()])))
      .catch((error: unknown) => {
        if (!this.gone) console.error('Window:', error);
      });
  }

  setShown(shown: boolean): void {
    this.later(async () => {
      if (this.xWindow !== undefined) await setMapped(this.xWindow, shown);
    });
  }

  bringToFront(): void {
    this.later((page) => page.send('Page.bringToFront'));
  }

  setState(state: WindowState): void {
    this.state = state;
    this.later(async (page) => {
      if (headless) return;
      const { windowId } = await page.send('Browser.getWindowForTarget');
      await page.send('Browser.setWindowBounds', { windowId, bounds: { windowState: state } });
    });
  }

  setBounds(changes: Partial<Electron.Rectangle>): void {
    this.bounds = { ...this.bounds, ...changes };
    const { x: left, y: top, width, height } = this.bounds;
    // Without a display the page is what there is of a window, so it has the window's whole size.
    if (headless) return this.setContentSize(width, height);
    this.later(async (page) => {
      const { windowId } = await page.send('Browser.getWindowForTarget');
      await page.send('Browser.setWindowBounds', { windowId, bounds: { left, top, width, height } });
    });
  }

  setContentSize(width: number, height: number): void {
    if (headless) this.bounds = { ...this.bounds, width, height };
    this.later(async (page) => {
      const { windowId } = await page.send('Browser.getWindowForTarget');
      await page.send('Browser.setContentsSize', { windowId, width, height });
    });
  }

  /** The page is gone: nothing more can be asked of its window. */
  closed(): void {
    this.gone = true;
  }
}
