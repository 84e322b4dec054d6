/** Makes a forgotten case of a union a compile error; throws if one comes anyway. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
