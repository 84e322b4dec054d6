import { chooseStep } from '#renderer/session/choose-step.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import type { Stage } from '#shared/domain/pipeline/stage.ts';

/* Steps that change the stages themselves and move nobody. */

const stagesNow = (): readonly Stage[] => usePreferences.getState().stages;

/** Adds a stage behind the others, before those of the lost; answers its id. */
export function addStage(): string {
  const stages = stagesNow();
  const id = crypto.randomUUID();
  const stage: Stage = { id, name: freshName(stages), kind: 'open', needsNextStep: false };
  const end = stages.findLastIndex(({ kind }) => kind !== 'lost') + 1;
  chooseStep(`Added the stage ${stage.name}`, { stages: stages.toSpliced(end, 0, stage) });
  return id;
}

/** Changes what a stage is. */
export function changeStage(stage: Stage, wish: Partial<Omit<Stage, 'id'>>): void {
  const label = wish.name === undefined ? `Changed the stage ${stage.name}` : `Renamed to ${wish.name}`;
  chooseStep(label, { stages: stagesNow().map((each) => (each.id === stage.id ? { ...each, ...wish } : each)) });
}

/** Moves a stage by one place. */
export function moveStage(stage: Stage, by: 1 | -1): void {
  const stages = stagesNow();
  const at = stages.findIndex(({ id }) => id === stage.id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= stages.length) return;
  chooseStep(`Moved the stage ${stage.name}`, { stages: stages.toSpliced(at, 1).toSpliced(to, 0, stage) });
}

function freshName(stages: readonly Stage[]): string {
  const names = new Set(stages.map(({ name }) => name));
  for (let number = 1; ; number++) {
    const name = number === 1 ? 'New stage' : `New stage ${number}`;
    if (!names.has(name)) return name;
  }
}
