import type { ComponentProps } from 'react';
import { showImported } from '#renderer/session/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { ImportRecord } from '#shared/domain/imports/record.ts';

interface Props {
  readonly record: ImportRecord;
  readonly size?: NonNullable<ComponentProps<typeof Button>['size']>;
}

/** Leads from an import to what it brought: its rows in their book, or the affiliates. */
export function ShowImported({ record, size = 'normal' }: Props) {
  return (
    <Button size={size} onClick={() => showImported(record)}>
      {record.kind === 'people' ? 'Show affiliates' : 'Show its rows'}
    </Button>
  );
}
