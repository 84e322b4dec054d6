import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useNavigation, type PipelineView } from '#renderer/session/navigation.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Tabs, type TabItem } from '#renderer/ui/Tabs.tsx';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { Applications } from './Applications.tsx';
import { Board } from './Board.tsx';
import { Checklists } from './Checklists.tsx';
import { Conversion } from './Conversion.tsx';
import { useApplications, useLinks, useNextSteps } from './use-pipeline.ts';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly view: PipelineView;
}

/** The pipeline: the board, who waits for a yes, who is stuck where, and what becomes of whom. */
export function PipelineScreen({ ledger, directory, view }: Props) {
  const replace = useNavigation((state) => state.replace);
  const waiting = useApplications(directory);
  const links = useLinks();
  const steps = useNextSteps();
  const format = useFormat();
  const items: readonly TabItem<PipelineView>[] = [
    { id: 'board', label: 'Board' },
    {
      id: 'applications',
      label: 'Applications',
      ...(waiting && waiting.length > 0 ? { count: format.count(waiting.length) } : {}),
    },
    { id: 'checklists', label: 'Checklists' },
    { id: 'conversion', label: 'Conversion' },
  ];
  if (!waiting || !links || !steps) return null;
  return (
    <Tabs<PipelineView>
      label="Pipeline"
      items={items}
      open={view}
      onOpen={(next) => replace({ screen: 'pipeline', view: next })}
    >
      {view === 'board' && <Board ledger={ledger} directory={directory} links={links} steps={steps} />}
      {view === 'applications' && <Applications directory={directory} waiting={waiting} steps={steps} />}
      {view === 'checklists' && <Checklists directory={directory} />}
      {view === 'conversion' && <Conversion directory={directory} />}
    </Tabs>
  );
}
