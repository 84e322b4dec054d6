declare module '*.png?inline' {
  /** The picture as a data: address. */
  const url: string;
  export default url;
}
