import { columnResizingFeature, columnSizingFeature, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import type { ReactNode } from 'react';

export interface TableColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** px. */
  readonly width: number;
  /** How wide it may get where there is room; wider, and the eye loses the row on its way to the figures. px */
  readonly grow?: number;
  readonly align?: 'end';
  /** What a first click on the header asks for; left out: not sortable. */
  readonly sort?: 'asc' | 'desc';
  readonly cell: (row: Row) => ReactNode;
  /** What a copy of the cell says; left out: the column is not copied. */
  readonly text?: (row: Row) => string;
  /** What a file says of it where that is more exact than the text. */
  readonly file?: (row: Row) => string | number | { readonly figure: string } | null;
}

export interface TableSort {
  readonly by: string;
  readonly direction: 'asc' | 'desc';
}

export const features = tableFeatures({ columnSizingFeature, columnResizingFeature, rowSortingFeature });
export type DataTableFeatures = typeof features;
/** A place in the list, and the row if it has been read. */
export interface Slot<Row> {
  readonly index: number;
  readonly row: Row | undefined;
}
