import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { editAffiliate } from '#renderer/db/affiliates.ts';
import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import { say } from '#renderer/session/toasts.ts';
import { didStep } from '#renderer/session/undo.ts';
import { NameField } from '#renderer/ui/NameField.tsx';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';

/** The name as a heading that becomes a field. */
export function EditableName({ affiliate }: { readonly affiliate: Affiliate }) {
  const [editing, setEditing] = useState(false);
  const rename = async (name: string): Promise<void> => {
    const saved = await editAffiliate(affiliate.id, { name }, Date.now());
    if (!saved.ok) return say(saved.error.message);
    didStep({ label: `Renamed ${affiliate.name} to ${name}`, undo: undoEdit, redo: redoEdit });
  };
  if (!editing) {
    return (
      <h2 className="editable-name">
        <button
          type="button"
          aria-label={`Rename ${affiliate.name}`}
          aria-keyshortcuts="e"
          onClick={() => setEditing(true)}
        >
          {affiliate.name}
          <Pencil size={14} aria-hidden="true" />
        </button>
      </h2>
    );
  }
  return (
    <NameField
      label="Name of the affiliate"
      name={affiliate.name}
      maxLength={200}
      className="editable-field"
      onDone={(name) => {
        setEditing(false);
        if (name !== null) void rename(name);
      }}
    />
  );
}
