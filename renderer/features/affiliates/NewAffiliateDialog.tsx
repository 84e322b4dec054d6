import { useMemo, useState } from 'react';
import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import { addProspect } from '#renderer/db/pipeline.ts';
import { closeDoor, useDoor } from '#renderer/session/doors.ts';
import { showAffiliate } from '#renderer/session/navigation.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { say } from '#renderer/session/toasts.ts';
import { didStep } from '#renderer/session/undo.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Parts.tsx';
import { candidateFinder } from '#shared/domain/affiliates/propose.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';

interface Props {
  readonly directory: Directory;
}

/** Somebody to be won, written down from anywhere. */
export function NewAffiliateDialog({ directory }: Props) {
  const door = useDoor((state) => state.door);
  return (
    <Dialog open={door.kind === 'new-affiliate'} onClose={closeDoor} title="New affiliate" width={440}>
      {door.kind === 'new-affiliate' && <NewAffiliateForm directory={directory} name={door.name} />}
    </Dialog>
  );
}

const FIELDS = [
  ['name', 'Name', 200],
  ['site', 'Site or channel', 500],
  ['email', 'E-mail', 200],
  ['foundThrough', 'Found through', 100],
] as const;

function NewAffiliateForm({ directory, name }: Props & { readonly name: string }) {
  const stages = usePreferences((state) => state.stages);
  const zone = usePreferences((state) => state.zone);
  const [words, setWords] = useState({ name, site: '', email: '', foundThrough: '' });
  const find = useMemo(() => candidateFinder(directory.affiliates), [directory]);
  const twins = find({ emails: [words.email], sites: [words.site] });
  const [first] = stages;
  const complete = words.name.trim() !== '';
  const save = async (): Promise<void> => {
    if (!complete) return;
    const prospect = {
      name: words.name.trim(),
      site: words.site.trim(),
      email: words.email.trim(),
      foundThrough: words.foundThrough.trim(),
    };
    const board = { stages, zone, now: Date.now() };
    const added = await addProspect(prospect, { stageId: first?.id ?? null, reason: '', nextStep: null }, board);
    if (!added.ok) return say(added.error.message);
    showAffiliate(added.value);
    didStep({ label: `Added ${prospect.name}`, undo: undoEdit, redo: redoEdit });
  };
  return (
    <form
      className="join-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {FIELDS.map(([field, label, maxLength], at) => (
        <label key={field} className="edit-field">
          <span>{label}</span>
          <input
            className="field"
            maxLength={maxLength}
            autoFocus={at === 0}
            inputMode={field === 'email' ? 'email' : undefined}
            placeholder={field === 'foundThrough' ? 'A search, an event, a network' : undefined}
            value={words[field]}
            onChange={({ target }) => setWords({ ...words, [field]: target.value })}
          />
        </label>
      ))}
      {twins.length > 0 && (
        <Notice kind="info">
          {'You may have them already: '}
          {twins.slice(0, 3).map(({ affiliateId, name: twin, because }, at) => (
            <span key={affiliateId}>
              {at > 0 && ', '}
              <button type="button" className="link link-accent" onClick={() => showAffiliate(affiliateId)}>
                {twin}
              </button>
              {because === 'email' ? ' (same e-mail)' : ' (same domain)'}
            </span>
          ))}
        </Notice>
      )}
      <p className="faint">
        {first
          ? `They begin in the pipeline at “${first.name}”.`
          : 'The pipeline has no stages, so they stand in none.'}
      </p>
      <div className="join-form-foot">
        <Button onClick={closeDoor}>Cancel</Button>
        <Button type="submit" kind="primary" disabled={!complete}>
          Add
        </Button>
      </div>
    </form>
  );
}
