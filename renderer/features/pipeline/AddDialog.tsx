import { useId, useMemo, useState } from 'react';
import { showAffiliate } from '#renderer/session/navigation.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useToday } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Parts.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { newAffiliate, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { stageOf } from '#shared/domain/pipeline/board.ts';
import { duplicateFinder } from '#shared/domain/pipeline/duplicates.ts';
import { stageById } from '#shared/domain/pipeline/stage.ts';
import { askedBy, isAnswered, MoveQuestions, noAnswers, wishOf } from './MoveQuestions.tsx';
import { addSomebody, moveThem } from './pipeline-steps.ts';
import './moves.css';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly directory: Directory;
  readonly hasStep: (id: string) => boolean;
}

/** Puts somebody on the board: one whom the program knows, or one it does not know yet. */
export function AddDialog({ open, onClose, ...rest }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title="Put somebody on the board" width={460}>
      <AddForm onClose={onClose} {...rest} />
    </Dialog>
  );
}

const NO_PROSPECT = { name: '', site: '', email: '', foundThrough: '' };

/** Somebody who is not written down yet. */
const NOBODY = newAffiliate({ id: '', name: '', createdAt: 0, createdByImport: null, editedAt: null });

function AddForm({ onClose, directory, hasStep }: Omit<Props, 'open'>) {
  const stages = usePreferences((state) => state.stages);
  const today = useToday();
  const sources = useId();
  const [known, setKnown] = useState<string | null>(null);
  const [prospect, setProspect] = useState(NO_PROSPECT);
  const [stageId, setStageId] = useState(stages[0]?.id ?? '');
  const [answers, setAnswers] = useState(() => noAnswers(today));
  const off = useMemo(
    () => directory.affiliates.filter((affiliate) => stageOf(affiliate, stages) === null),
    [directory, stages],
  );
  const ways = useMemo(
    () => [...new Set(directory.affiliates.map(({ foundThrough }) => foundThrough))].filter((way) => way !== '').sort(),
    [directory],
  );

  const to = stageById(stages, stageId);
  const affiliate = known === null ? NOBODY : (directory.byId(known) ?? NOBODY);
  const find = useMemo(() => duplicateFinder(directory.affiliates), [directory]);
  const twins = known === null ? find(asAffiliate(prospect)) : [];
  const asked = askedBy([affiliate], to, stages, hasStep);
  const name = prospect.name.trim();
  const complete = (known !== null || name !== '') && to !== null && isAnswered(asked, answers);
  const save = async (): Promise<void> => {
    if (!complete) return;
    const wish = wishOf(to, asked, answers);
    const added = known === null ? await addSomebody(trimmed(prospect), wish) : await moveThem([affiliate], wish);
    if (added) onClose();
  };
  const say = (wish: Partial<typeof prospect>): void => setProspect({ ...prospect, ...wish });
  return (
    <form
      className="move-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {off.length > 0 && (
        <>
          <ComboBox
            label="Affiliate"
            placeholder="Somebody you have"
            autoFocus
            choices={off.map(({ id, name: label }) => ({ value: id, label }))}
            value={known}
            onChange={setKnown}
          />
          <p className="move-or">or somebody new</p>
        </>
      )}
      {known === null && (
        <>
          <input
            className="field"
            aria-label="Name"
            placeholder="Name"
            maxLength={200}
            autoFocus={off.length === 0}
            value={prospect.name}
            onChange={({ target }) => say({ name: target.value })}
          />
          <input
            className="field"
            aria-label="Site or channel"
            placeholder="Site or channel"
            maxLength={500}
            value={prospect.site}
            onChange={({ target }) => say({ site: target.value })}
          />
          <input
            className="field"
            inputMode="email"
            aria-label="E-mail"
            placeholder="E-mail"
            maxLength={200}
            value={prospect.email}
            onChange={({ target }) => say({ email: target.value })}
          />
          <input
            className="field"
            aria-label="Found through"
            placeholder="Found through: a search, an event, a network"
            maxLength={100}
            list={sources}
            value={prospect.foundThrough}
            onChange={({ target }) => say({ foundThrough: target.value })}
          />
          <datalist id={sources}>
            {ways.map((way) => (
              <option key={way} value={way} />
            ))}
          </datalist>
        </>
      )}
      {twins.length > 0 && (
        <Notice kind="info">
          {'You may have them already: '}
          {twins.slice(0, 3).map(({ affiliate: twin }, at) => (
            <span key={twin.id}>
              {at > 0 && ', '}
              <button type="button" className="link link-accent" onClick={() => showAffiliate(twin.id)}>
                {twin.name}
              </button>
            </span>
          ))}
        </Notice>
      )}
      <div className="move-field">
        <span>Stage</span>
        <Select
          label="Stage"
          choices={stages.map(({ id, name: label }) => ({ value: id, label }))}
          value={stageId}
          onChange={setStageId}
        />
      </div>
      <MoveQuestions asked={asked} people={1} answers={answers} onAnswers={setAnswers} />
      <div className="move-foot">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" disabled={!complete}>
          Put on the board
        </Button>
      </div>
    </form>
  );
}

const trimmed = ({ name, site, email, foundThrough }: typeof NO_PROSPECT): typeof NO_PROSPECT => ({
  name: name.trim(),
  site: site.trim(),
  email: email.trim(),
  foundThrough: foundThrough.trim(),
});

/** What is typed so far, to be compared with those who are known. */
const asAffiliate = ({ site, email }: typeof NO_PROSPECT): Affiliate => ({
  ...NOBODY,
  sites: [site],
  contacts: [{ name: '', email, phone: '', role: '', source: '' }],
});
