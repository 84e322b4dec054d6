import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { templateFor } from '#renderer/db/pipeline.ts';
import { openDoor } from '#renderer/session/doors.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useFormat, useToday } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Parts.tsx';
import type { Affiliate, PartnerLink } from '#shared/domain/affiliates/affiliate.ts';
import { accountStanding } from '#shared/domain/pipeline/account-words.ts';
import { stageForNo, stageForYes } from '#shared/domain/pipeline/stage.ts';
import { askedBy, isAnswered, MoveQuestions, noAnswers, wishOf } from './MoveQuestions.tsx';
import { moveThem } from './pipeline-steps.ts';
import './moves.css';

/** A yes or no that she is about to give. */
export interface Decision {
  readonly kind: 'approve' | 'decline';
  readonly affiliates: readonly Affiliate[];
  readonly accounts: readonly PartnerLink[];
}

interface Props {
  readonly decision: Decision | null;
  readonly hasStep: (id: string) => boolean;
  readonly onClose: () => void;
}

/** A yes or no: why, and whether they are written to. */
export function DecisionDialog({ decision, hasStep, onClose }: Props) {
  const format = useFormat();
  const people = decision?.affiliates ?? [];
  const who = people.length === 1 ? (people[0]?.name ?? '') : `${format.count(people.length)} applications`;
  return (
    <Dialog
      open={decision !== null}
      onClose={onClose}
      title={`${decision?.kind === 'decline' ? 'Decline' : 'Approve'} ${who}`}
      width={460}
    >
      {decision && <DecisionForm decision={decision} hasStep={hasStep} onClose={onClose} />}
    </Dialog>
  );
}

function DecisionForm({ decision, hasStep, onClose }: Props & { readonly decision: Decision }) {
  const { kind, affiliates, accounts } = decision;
  const stages = usePreferences((state) => state.stages);
  const today = useToday();
  const templateId = useLiveQuery(() => templateFor(kind), [kind]) ?? null;
  const [answers, setAnswers] = useState(() => noAnswers(today));
  const [writes, setWrites] = useState(true);
  const to = kind === 'approve' ? stageForYes(stages) : stageForNo(stages);
  if (!to) {
    return (
      <div className="move-form">
        <Notice kind="warning">
          {kind === 'approve'
            ? 'There is no stage for partners on your board. Say of one of the stages that who stands there is a partner.'
            : 'There is no stage for the lost on your board. Say of one of the stages that who stands there will not be a partner.'}
        </Notice>
        <div className="move-foot">
          <Button onClick={onClose}>Close</Button>
        </div>
      </div>
    );
  }
  const asked = askedBy(affiliates, to, stages, hasStep);
  const complete = isAnswered(asked, answers);
  const save = async (): Promise<void> => {
    if (!complete || !(await moveThem(affiliates, wishOf(to, asked, answers)))) return;
    onClose();
    if (!writes) return;
    openDoor({ kind: 'compose', affiliateIds: affiliates.map(({ id }) => id), templateId });
  };
  const networks = [
    ...new Set(accounts.filter(({ status }) => accountStanding(status) === 'waits').map(({ network }) => network)),
  ];
  return (
    <form
      className="move-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <MoveQuestions asked={asked} people={affiliates.length} answers={answers} onAnswers={setAnswers} autoFocus />
      <label className="move-check">
        <input type="checkbox" checked={writes} onChange={() => setWrites(!writes)} />
        Write to {affiliates.length === 1 ? 'them' : 'each of them'} next
      </label>
      <p className="faint small">
        {`They go to ${to.name}.`}
        {networks.length > 0 &&
          ` ${networks.join(' and ')} ${networks.length === 1 ? 'does' : 'do'} not hear of it: ${kind} them there as well.`}
      </p>
      <div className="move-foot">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" disabled={!complete}>
          {kind === 'approve' ? 'Approve' : 'Decline'}
        </Button>
      </div>
    </form>
  );
}
