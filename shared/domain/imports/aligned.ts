/** The cells of a line whose columns are aligned: two or more blanks, or a tab, stand between them. */
export const splitAligned = (line: string): string[] => line.trim().split(/[ \t]{2,}|\t/);
