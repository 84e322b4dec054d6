import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { MaterialKind } from '#shared/domain/materials/material.ts';
import { addText } from './material-steps.ts';
import { KIND_WORDS } from './material-words.ts';

interface Props {
  /** null: closed. */
  readonly kind: MaterialKind | null;
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
}

/** Adds a material that is words or an address. */
export function NewMaterialDialog({ kind, onClose, onAdded }: Props) {
  return (
    <Dialog
      open={kind !== null}
      onClose={onClose}
      title={kind ? `New ${KIND_WORDS[kind].toLowerCase()}` : ''}
      width={520}
    >
      {kind && <Form kind={kind} onClose={onClose} onAdded={onAdded} />}
    </Dialog>
  );
}

function Form({ kind, onClose, onAdded }: Props & { readonly kind: MaterialKind }) {
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const isComplete = name.trim() !== '' && text.trim() !== '';
  const save = async (): Promise<void> => {
    if (!isComplete) return;
    const id = await addText(name.trim(), kind, text.trim());
    if (id !== null) onAdded(id);
  };
  return (
    <form
      className="material-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label>
        Name
        <input
          className="field"
          autoFocus
          maxLength={300}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label>
        {kind === 'link' ? 'Address' : 'Text'}
        {kind === 'link' ? (
          <input
            className="field"
            maxLength={2000}
            placeholder="https://…"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        ) : (
          <textarea
            className="field"
            rows={8}
            maxLength={100_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </label>
      <div className="material-form-foot">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" disabled={!isComplete}>
          Add
        </Button>
      </div>
    </form>
  );
}
