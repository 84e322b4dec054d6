import {
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { Choice } from './Select.tsx';

export type { TableSort } from '#shared/lib/table-sort.ts';

/** How a cell is changed in its place. Values are as they are typed; a choice's is one of its choices'. */
export interface CellEditor<Row> {
  /** `tags`: several with commas between; `choices` are those that are known. */
  readonly kind: 'text' | 'number' | 'day' | 'choice' | 'tags';
  readonly choices?: readonly Choice<string>[];
  readonly value: (row: Row) => string;
  /** Null when it has been taken, else what is wrong with it. */
  readonly save: (row: Row, value: string) => Promise<string | null>;
}

export interface TableColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** px. */
  readonly width: number;
  /** How wide it may get where there is room; wider, and the eye loses the row on its way to the figures. px */
  readonly grow?: number;
  readonly align?: 'end';
  /** Shown only where she asks for it. */
  readonly extra?: boolean;
  /** It stays at the left while the others scroll; pinned ones stand first. */
  readonly pinned?: boolean;
  /** What a first click on the header asks for; left out: not sortable. */
  readonly sort?: 'asc' | 'desc';
  readonly cell: (row: Row) => ReactNode;
  /** What a copy of the cell says; left out: the column is not copied. */
  readonly text?: (row: Row) => string;
  /** What a file says of it where that is more exact than the text. */
  readonly file?: (row: Row) => string | number | { readonly figure: string } | null;
  /** Left out: it is not changed here. */
  readonly edit?: CellEditor<Row>;
}

export const features = tableFeatures({
  columnPinningFeature,
  columnSizingFeature,
  columnResizingFeature,
  rowSortingFeature,
});
export type DataTableFeatures = typeof features;
