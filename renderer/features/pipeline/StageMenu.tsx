import { ArrowLeft, ArrowRight, Ellipsis, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useFormat } from '#renderer/session/use-period.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { STAGE_KINDS, type Stage, type StageKind } from '#shared/domain/pipeline/stage.ts';
import { takeStageAway } from './pipeline-steps.ts';
import { changeStage, moveStage } from './stage-steps.ts';

const KIND_NAMES: Readonly<Record<StageKind, string>> = {
  open: 'Somebody to win',
  applied: 'Waits for my yes or no',
  won: 'A partner',
  lost: 'Will not be one, or no longer',
};

interface Props {
  readonly stage: Stage;
  readonly stages: readonly Stage[];
  /** How many stand there. */
  readonly people: number;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** What a stage is called and means, where it stands, and its removal. */
export function StageMenu({ stage, stages, people, open, onOpen }: Props) {
  return (
    <DialogTrigger isOpen={open} onOpenChange={onOpen}>
      <AriaButton className="icon-button board-stage-button" aria-label={`Change the stage ${stage.name}`}>
        <Ellipsis size={14} aria-hidden="true" />
      </AriaButton>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Dialog className="stage-menu" aria-label={`Stage ${stage.name}`}>
          <StageForm stage={stage} stages={stages} people={people} onGone={() => onOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

type FormProps = Pick<Props, 'stage' | 'stages' | 'people'> & { readonly onGone: () => void };

function StageForm({ stage, stages, people, onGone }: FormProps) {
  const [removing, setRemoving] = useState(false);
  const at = stages.indexOf(stage);
  if (removing) {
    return (
      <Removal
        stage={stage}
        stages={stages}
        people={people}
        onKeep={() => setRemoving(false)}
        onGo={(to) => {
          onGone();
          void takeStageAway(stage, to, people);
        }}
      />
    );
  }
  const remove = (): void => {
    if (people > 0) return setRemoving(true);
    onGone();
    void takeStageAway(stage, null, 0);
  };
  return (
    <>
      <StageName key={stage.name} stage={stage} />
      <fieldset>
        <legend className="faint small">Who stands here is</legend>
        {STAGE_KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name={`kind of ${stage.id}`}
              checked={stage.kind === kind}
              onChange={() => changeStage(stage, { kind })}
            />
            {KIND_NAMES[kind]}
          </label>
        ))}
      </fieldset>
      <label>
        <input
          type="checkbox"
          checked={stage.needsNextStep}
          onChange={() => changeStage(stage, { needsNextStep: !stage.needsNextStep })}
        />
        Needs a next step
      </label>
      <div className="stage-menu-foot">
        <Button
          size="small"
          icon={<ArrowLeft size={14} aria-hidden="true" />}
          disabled={at === 0}
          onClick={() => moveStage(stage, -1)}
        >
          Left
        </Button>
        <Button
          size="small"
          icon={<ArrowRight size={14} aria-hidden="true" />}
          disabled={at === stages.length - 1}
          onClick={() => moveStage(stage, 1)}
        >
          Right
        </Button>
        <Button
          kind="quiet"
          size="small"
          icon={<Trash2 size={14} aria-hidden="true" />}
          disabled={stages.length === 1}
          onClick={remove}
        >
          {people > 0 ? 'Remove…' : 'Remove'}
        </Button>
      </div>
    </>
  );
}

/** The name, kept when she leaves it; a stage is never without one. */
function StageName({ stage }: { readonly stage: Stage }) {
  const [draft, setDraft] = useState(stage.name);
  const given = draft.trim();
  const keep = (): void => {
    if (given !== '' && given !== stage.name) changeStage(stage, { name: given });
    else setDraft(stage.name);
  };
  return (
    <input
      className="field"
      aria-label="Name of the stage"
      autoFocus
      maxLength={40}
      value={draft}
      onFocus={(event) => event.currentTarget.select()}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        keep();
      }}
    />
  );
}

interface RemovalProps extends Pick<Props, 'stage' | 'stages' | 'people'> {
  readonly onKeep: () => void;
  readonly onGo: (to: Stage | null) => void;
}

/** Where those go who stand in a stage that is to be removed. */
function Removal({ stage, stages, people, onKeep, onGo }: RemovalProps) {
  const format = useFormat();
  const at = stages.indexOf(stage);
  const others = stages.filter(({ id }) => id !== stage.id);
  const [to, setTo] = useState((stages[at - 1] ?? stages[at + 1])?.id ?? '');
  const target = others.find(({ id }) => id === to) ?? null;
  return (
    <>
      <p>
        {people === 1
          ? `One affiliate stands in ${stage.name} and goes to`
          : `${format.count(people)} affiliates stand in ${stage.name} and go to`}
      </p>
      <Select
        label="Where they go"
        choices={others.map(({ id, name }) => ({ value: id, label: name }))}
        value={to}
        onChange={setTo}
      />
      <div className="stage-menu-foot">
        <Button size="small" onClick={onKeep}>
          Keep it
        </Button>
        <Button size="small" kind="primary" autoFocus onClick={() => onGo(target)}>
          Remove it
        </Button>
      </div>
    </>
  );
}
