/** The little of papaparse that is used here; its published types drag Node's in, which `shared` must not see. */
declare module 'papaparse' {
  interface SplitConfig {
    readonly delimiter: string;
    readonly quoteChar: string;
    readonly newline: '\n';
    readonly header: false;
    readonly preview?: number;
  }
  const Papa: { parse(text: string, config: SplitConfig): { data: string[][] } };
  export default Papa;
}
