import { readFileSync } from 'node:fs';

type Implemented = Pick<
  Electron.NativeImage,
  'toPNG' | 'isEmpty' | 'getSize' | 'toDataURL' | 'setTemplateImage' | 'isTemplateImage' | 'addRepresentation'
>;

/** An image as its bytes: icons are only handed on, screenshots only written. */
export class NativeImage implements Implemented {
  private readonly bytes: Buffer;
  private template = false;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  static createEmpty(): NativeImage {
    return new NativeImage(Buffer.alloc(0));
  }

  static createFromBuffer(bytes: Buffer): NativeImage {
    return new NativeImage(bytes);
  }

  static createFromPath(path: string): NativeImage {
    try {
      return new NativeImage(readFileSync(path));
    } catch {
      return NativeImage.createEmpty();
    }
  }

  static createFromDataURL(url: string): NativeImage {
    return new NativeImage(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
  }

  toPNG(): Buffer {
    return this.bytes;
  }

  isEmpty(): boolean {
    return this.bytes.length === 0;
  }

  /** From the PNG header (RFC 2083, 4.1.1); other formats are not looked into. */
  getSize(): { width: number; height: number } {
    const png = this.bytes.length > 24 && this.bytes.toString('latin1', 1, 4) === 'PNG';
    return png ? { width: this.bytes.readUInt32BE(16), height: this.bytes.readUInt32BE(20) } : { width: 0, height: 0 };
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.bytes.toString('base64')}`;
  }

  resize(): NativeImage {
    return this;
  }

  setTemplateImage(template: boolean): void {
    this.template = template;
  }

  isTemplateImage(): boolean {
    return this.template;
  }

  addRepresentation(): void {}
}
