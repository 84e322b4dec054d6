import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useNavigation } from '#renderer/session/navigation.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Tabs, type TabItem } from '#renderer/ui/Tabs.tsx';
import { isOpen } from '#shared/domain/conversations/durations.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { QuestionsTab } from './QuestionsTab.tsx';
import { TemplatesTab } from './TemplatesTab.tsx';
import { useQuestions } from './use-questions.ts';
import { useTemplates } from './use-templates.ts';
import './conversations.css';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly tab: Tab;
  readonly openId: string | null;
}

type Tab = 'questions' | 'templates';

/** Questions of affiliates, and templates of messages. */
export function ConversationsScreen({ ledger, directory, tab, openId }: Props) {
  const replace = useNavigation((state) => state.replace);
  const questions = useQuestions();
  const templates = useTemplates();
  const format = useFormat();
  if (!questions || !templates) return null;
  const open = questions.filter(isOpen).length;
  const items: readonly TabItem<Tab>[] = [
    { id: 'questions', label: 'Questions', ...(open > 0 ? { count: format.count(open) } : {}) },
    { id: 'templates', label: 'Templates' },
  ];
  return (
    <Tabs<Tab>
      label="Conversations"
      items={items}
      open={tab}
      onOpen={(next) => replace({ screen: 'conversations', tab: next, openId: null })}
    >
      {tab === 'questions' ? (
        <QuestionsTab ledger={ledger} directory={directory} questions={questions} openId={openId} />
      ) : (
        <TemplatesTab ledger={ledger} directory={directory} templates={templates} openId={openId} />
      )}
    </Tabs>
  );
}
