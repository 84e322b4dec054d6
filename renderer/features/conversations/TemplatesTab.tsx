import { Mail, Plus } from 'lucide-react';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useNavigation } from '#renderer/session/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import { FIRST_TEMPLATES, USE_WORDS } from '#shared/domain/conversations/first-templates.ts';
import type { Template } from '#shared/domain/conversations/template.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { addAll } from './conversation-steps.ts';
import { TemplateEditor } from './TemplateEditor.tsx';

interface Props {
  readonly ledger: LedgerClient;
  readonly directory: Directory;
  readonly templates: readonly Template[];
  /** The one that is open. */
  readonly openId: string | null;
}

/** Messages she sends more than once: the list, and the one that is being written. */
export function TemplatesTab({ ledger, directory, templates, openId }: Props) {
  const replace = useNavigation((state) => state.replace);
  const open = (id: string | null): void => replace({ screen: 'conversations', tab: 'templates', openId: id });
  const ready = FIRST_TEMPLATES.filter(({ name }) => !templates.some((template) => template.name === name));
  const add = async (words: Parameters<typeof addAll>[0]): Promise<void> => {
    const id = await addAll(words);
    if (id !== null) open(id);
  };
  if (templates.length === 0) {
    return (
      <EmptyState
        icon={<Mail size={28} aria-hidden="true" />}
        action={
          <Button kind="primary" onClick={() => void add(ready)}>
            {`Add ${ready.length} ready-made templates`}
          </Button>
        }
      >
        Messages you send more than once stand here, with fields such as the affiliate’s name, code or last month’s
        figures.
      </EmptyState>
    );
  }
  const opened = templates.find(({ id }) => id === openId) ?? templates[0];
  return (
    <div className="templates">
      <nav className="template-list" aria-label="Templates">
        <ul>
          {templates.map((template) => (
            <li key={template.id}>
              <button
                type="button"
                className="template-item"
                aria-current={template === opened ? 'true' : undefined}
                onClick={() => open(template.id)}
              >
                <span>{template.name}</span>
                <span className="faint small">{USE_WORDS[template.use]}</span>
              </button>
            </li>
          ))}
        </ul>
        <div className="template-adds">
          <Button
            size="small"
            icon={<Plus size={14} aria-hidden="true" />}
            onClick={() => void add([{ name: 'New template', use: 'any', subject: '', body: '', fallbacks: {} }])}
          >
            New template
          </Button>
          {ready.length > 0 && (
            <Button kind="quiet" size="small" onClick={() => void add(ready)}>
              {ready.length === 1 ? `Add “${ready[0]?.name ?? ''}”` : `Add ${ready.length} ready-made`}
            </Button>
          )}
        </div>
      </nav>
      {opened && <TemplateEditor key={opened.id} ledger={ledger} directory={directory} template={opened} />}
    </div>
  );
}
