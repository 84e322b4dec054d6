import type { SourceFile } from '#renderer/ledger/types.ts';

/** The name of a file alone, without the archive that it is in and the folders there. */
export const ownName = ({ name, entry }: SourceFile): string => (entry ?? name).split('/').at(-1) ?? name;
