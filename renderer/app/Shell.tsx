import { useCallback, useState } from 'react';
import { ActivityDialog } from '#renderer/features/affiliates/ActivityDialog.tsx';
import { AffiliateScreen } from '#renderer/features/affiliates/AffiliateScreen.tsx';
import { AffiliatesScreen } from '#renderer/features/affiliates/AffiliatesScreen.tsx';
import { NewAffiliateDialog } from '#renderer/features/affiliates/NewAffiliateDialog.tsx';
import { useDirectory } from '#renderer/features/affiliates/use-directory.ts';
import { AffiliateQuestions } from '#renderer/features/conversations/AffiliateQuestions.tsx';
import { ComposeDialog } from '#renderer/features/conversations/ComposeDialog.tsx';
import { ConversationsScreen } from '#renderer/features/conversations/ConversationsScreen.tsx';
import { QuestionDialog } from '#renderer/features/conversations/QuestionDialog.tsx';
import { DashboardScreen } from '#renderer/features/dashboard/DashboardScreen.tsx';
import { Greeting } from '#renderer/features/greeting/Greeting.tsx';
import { SampleLink } from '#renderer/features/greeting/SampleLink.tsx';
import { useIsEmpty, useSampleCommand } from '#renderer/features/greeting/use-sample.ts';
import { ImportsScreen } from '#renderer/features/imports/ImportsScreen.tsx';
import { InboxScreen } from '#renderer/features/inbox/InboxScreen.tsx';
import { AffiliateMaterials } from '#renderer/features/materials/AffiliateMaterials.tsx';
import { GiveDialog } from '#renderer/features/materials/GiveDialog.tsx';
import { LinksDialog } from '#renderer/features/materials/LinksDialog.tsx';
import { MaterialsScreen } from '#renderer/features/materials/MaterialsScreen.tsx';
import { AffiliateStage } from '#renderer/features/pipeline/AffiliateStage.tsx';
import { PipelineScreen } from '#renderer/features/pipeline/PipelineScreen.tsx';
import { StageDialog } from '#renderer/features/pipeline/StageDialog.tsx';
import { useApplications } from '#renderer/features/pipeline/use-pipeline.ts';
import { ReportsScreen } from '#renderer/features/reports/ReportsScreen.tsx';
import { runUsual } from '#renderer/features/reports/usual-folder.ts';
import { segmentMembers } from '#renderer/features/segments/segment-members.ts';
import { SegmentsScreen } from '#renderer/features/segments/SegmentsScreen.tsx';
import { useSegments, type LiveSegments } from '#renderer/features/segments/use-segments.ts';
import { SettingsScreen } from '#renderer/features/settings/SettingsScreen.tsx';
import { AffiliateTasks } from '#renderer/features/tasks/AffiliateTasks.tsx';
import { NewTaskDialog } from '#renderer/features/tasks/NewTaskDialog.tsx';
import { TasksScreen } from '#renderer/features/tasks/TasksScreen.tsx';
import { useRules } from '#renderer/features/tasks/use-rules.ts';
import { useTasks } from '#renderer/features/tasks/use-tasks.ts';
import { AffiliateTransactions } from '#renderer/features/transactions/AffiliateTransactions.tsx';
import { TransactionsScreen } from '#renderer/features/transactions/TransactionsScreen.tsx';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useDropTarget, type DropTarget } from '#renderer/session/drop-target.ts';
import { takeDropped } from '#renderer/session/incoming.ts';
import { useNavigation, type Route } from '#renderer/session/navigation.ts';
import { unsay, useToasts } from '#renderer/session/toasts.ts';
import { DropOverlay } from '#renderer/ui/DropOverlay.tsx';
import { EmptyOffer } from '#renderer/ui/Parts.tsx';
import { Toasts } from '#renderer/ui/Toasts.tsx';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { KeyMap } from './KeyMap.tsx';
import { Palette } from './Palette.tsx';
import { Sidebar } from './Sidebar.tsx';
import { TopLine } from './TopLine.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import './app.css';

/** Where dropped files go that no screen takes. */
const IMPORTS: DropTarget = {
  words: 'Drop to read it. Nothing is imported before you have looked.',
  take: (files) => void takeDropped(files),
};

const NO_TASKS: readonly Task[] = [];

type Floating = 'nothing' | 'palette' | 'keys';

/** The window: where she can go, where she is, and what floats above it. */
export function Shell({ ledger }: { readonly ledger: LedgerClient }) {
  const route = useNavigation((state) => state.route);
  const directory = useDirectory();
  const segments = useSegments(ledger, directory);
  const tasks = useTasks();
  const applications = useApplications(directory)?.length ?? 0;
  useRules(directory?.affiliates ?? null, segments);
  const toasts = useToasts((state) => state.toasts);
  const sample = useSampleCommand(ledger);
  const [floating, setFloating] = useState<Floating>('nothing');
  const openPalette = useCallback(() => setFloating('palette'), []);
  const openKeys = useCallback(() => setFloating('keys'), []);
  const close = useCallback(() => setFloating('nothing'), []);
  const report = useCallback(() => void runUsual({ ledger, membersOf: segmentMembers }), [ledger]);
  const dropTarget = useDropTarget((state) => state.target) ?? IMPORTS;
  useShortcuts({ openPalette, openKeys });

  return (
    <div className="shell">
      <Sidebar applications={applications} />
      <div className="shell-main">
        <TopLine ledger={ledger} onPalette={openPalette} />
        <main className="screen" key={placeKey(route)}>
          <EmptyOffer value={<SampleLink ledger={ledger} />}>
            <ErrorBoundary place={placeKey(route)}>
              {directory && screenOf(route, ledger, directory, segments)}
            </ErrorBoundary>
          </EmptyOffer>
        </main>
      </div>
      <Palette
        ledger={ledger}
        directory={directory}
        segments={segments.list}
        sample={sample}
        onReport={report}
        tasks={tasks ?? NO_TASKS}
        open={floating === 'palette'}
        onClose={close}
        onKeys={openKeys}
      />
      <NewTaskDialog affiliates={directory?.affiliates ?? []} segments={segments} />
      {directory && <Dialogs ledger={ledger} directory={directory} segments={segments} />}
      <KeyMap open={floating === 'keys'} onClose={close} />
      <DropOverlay words={dropTarget.words} onFiles={dropTarget.take} />
      <Toasts toasts={toasts} onGone={unsay} />
    </div>
  );
}

interface Facts {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly segments: Segments;
}

/** What any screen may open. */
function Dialogs({ ledger, directory, segments }: Facts) {
  return (
    <>
      <ActivityDialog directory={directory} />
      <NewAffiliateDialog directory={directory} />
      <ComposeDialog ledger={ledger} directory={directory} segments={segments} />
      <QuestionDialog ledger={ledger} directory={directory} />
      <StageDialog directory={directory} />
      <LinksDialog directory={directory} segments={segments} />
      <GiveDialog directory={directory} segments={segments} />
    </>
  );
}

function Home(props: { readonly ledger: LedgerClient; readonly directory: Directory }) {
  return useIsEmpty() ? <Greeting ledger={props.ledger} /> : <DashboardScreen {...props} />;
}

/** Another affiliate is another place; another filter of the transactions is not. */
const placeKey = (route: Route): string =>
  route.screen === 'affiliate' ? `affiliate ${route.affiliateId}` : route.screen;

function screenOf(route: Route, ledger: LedgerClient, directory: Directory, segments: LiveSegments) {
  switch (route.screen) {
    case 'dashboard':
      return <Home ledger={ledger} directory={directory} />;
    case 'inbox':
      return <InboxScreen ledger={ledger} />;
    case 'tasks':
      return (
        <TasksScreen directory={directory} segments={segments} taskId={route.taskId} view={route.view ?? 'list'} />
      );
    case 'affiliates':
      return (
        <AffiliatesScreen
          ledger={ledger}
          directory={directory}
          segments={segments}
          segmentId={route.segmentId ?? null}
        />
      );
    case 'segments':
      return <SegmentsScreen segments={segments} segmentId={route.segmentId} />;
    case 'pipeline':
      return <PipelineScreen ledger={ledger} directory={directory} view={route.view} />;
    case 'conversations':
      return <ConversationsScreen ledger={ledger} directory={directory} tab={route.tab} openId={route.openId} />;
    case 'materials':
      return <MaterialsScreen directory={directory} segments={segments} materialId={route.materialId} />;
    case 'affiliate':
      return (
        <AffiliateScreen
          ledger={ledger}
          directory={directory}
          affiliateId={route.affiliateId}
          stage={slot(directory, route.affiliateId, (affiliate) => (
            <AffiliateStage affiliate={affiliate} />
          ))}
          questions={slot(directory, route.affiliateId, (affiliate) => (
            <AffiliateQuestions affiliate={affiliate} />
          ))}
          materials={slot(directory, route.affiliateId, (affiliate) => (
            <AffiliateMaterials affiliate={affiliate} />
          ))}
          tasks={<AffiliateTasks affiliateId={route.affiliateId} />}
          transactions={<AffiliateTransactions ledger={ledger} directory={directory} affiliateId={route.affiliateId} />}
        />
      );
    case 'transactions':
      return <TransactionsScreen ledger={ledger} directory={directory} view={route.view} />;
    case 'reports':
      return <ReportsScreen sources={{ ledger, membersOf: segmentMembers }} segments={segments} runId={route.runId} />;
    case 'imports':
      return <ImportsScreen ledger={ledger} importId={route.importId} formats={route.formats ?? null} />;
    case 'settings':
      return <SettingsScreen ledger={ledger} />;
    default:
      return assertNever(route);
  }
}

/** A part of an affiliate's page that another feature shows. */
function slot(directory: Directory, id: string, part: (affiliate: Affiliate) => React.ReactNode): React.ReactNode {
  const affiliate = directory.byId(id);
  return affiliate && part(affiliate);
}
