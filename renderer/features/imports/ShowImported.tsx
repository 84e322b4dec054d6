import type { ComponentProps } from 'react';
import { goTo, showTransactions } from '#renderer/session/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { ImportRecord } from '#shared/domain/imports/record.ts';

interface Props {
  readonly record: ImportRecord;
  readonly size?: NonNullable<ComponentProps<typeof Button>['size']>;
}

/** Leads from an import to what it brought: its transactions, or the affiliates. Clicks and orders have no screen of their own. */
export function ShowImported({ record: { id, kind = 'transactions' }, size = 'normal' }: Props) {
  if (kind === 'people') {
    return (
      <Button size={size} onClick={() => goTo({ screen: 'affiliates' })}>
        Show affiliates
      </Button>
    );
  }
  if (kind !== 'transactions') return null;
  return (
    <Button size={size} onClick={() => showTransactions({ importId: id })}>
      Show its rows
    </Button>
  );
}
