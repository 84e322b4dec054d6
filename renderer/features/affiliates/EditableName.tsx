import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { editAffiliate } from '#renderer/db/affiliates.ts';
import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import { say } from '#renderer/session/toasts.ts';
import { didStep } from '#renderer/session/undo.ts';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';

/** The name as a heading that becomes a field: Enter or leaving it saves, Esc leaves it as it was. */
export function EditableName({ affiliate }: { readonly affiliate: Affiliate }) {
  const [draft, setDraft] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const name = draft?.trim() ?? '';
    setDraft(null);
    if (name === '' || name === affiliate.name) return;
    const saved = await editAffiliate(affiliate.id, { name }, Date.now());
    if (!saved.ok) return say(saved.error.message);
    didStep({ label: `Renamed ${affiliate.name} to ${name}`, undo: undoEdit, redo: redoEdit });
  };
  if (draft === null) {
    return (
      <h2 className="editable-name">
        <button
          type="button"
          aria-label={`Rename ${affiliate.name}`}
          aria-keyshortcuts="e"
          onClick={() => setDraft(affiliate.name)}
        >
          {affiliate.name}
          <Pencil size={14} aria-hidden="true" />
        </button>
      </h2>
    );
  }
  return (
    <input
      className="editable-field"
      aria-label="Name of the affiliate"
      autoFocus
      value={draft}
      maxLength={200}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        else if (event.key === 'Escape') setDraft(null);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
