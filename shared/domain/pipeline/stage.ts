/**
 * What a stage means for the program. `open`: somebody to win; `applied`: waits for her yes or no; `won`: a partner;
 * `lost`: will not be, or is no longer.
 */
export const STAGE_KINDS = ['open', 'applied', 'won', 'lost'] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

/** A stage of the pipeline; their order is that of the list they stand in. */
export interface Stage {
  readonly id: string;
  readonly name: string;
  readonly kind: StageKind;
  /** Whoever stands here must have a next step: an open task. */
  readonly needsNextStep: boolean;
}

/** As the program comes. */
export const FIRST_STAGES: readonly Stage[] = [
  { id: 'found', name: 'Found', kind: 'open', needsNextStep: false },
  { id: 'contacted', name: 'Contacted', kind: 'open', needsNextStep: true },
  { id: 'in-talks', name: 'In talks', kind: 'open', needsNextStep: true },
  { id: 'applied', name: 'Applied', kind: 'applied', needsNextStep: false },
  { id: 'approved', name: 'Approved', kind: 'won', needsNextStep: false },
  { id: 'onboarding', name: 'Onboarding', kind: 'won', needsNextStep: true },
  { id: 'active', name: 'Active', kind: 'won', needsNextStep: false },
  { id: 'dormant', name: 'Dormant', kind: 'won', needsNextStep: false },
  { id: 'ended', name: 'Ended', kind: 'lost', needsNextStep: false },
];

/** The stage of that id, null where there is none (any more). */
export const stageById = (stages: readonly Stage[], id: string | null | undefined): Stage | null =>
  stages.find((stage) => stage.id === id) ?? null;

/** Whether a move asks why: it makes a partner of somebody, or loses them. Null: from off the board. */
export const asksReason = (from: Stage | null, to: Stage | null): boolean =>
  to !== null && (to.kind === 'won' || to.kind === 'lost') && from?.kind !== to.kind;

/** Where those go who applied and are taken: the first stage of partners behind the one of applications, else the first there is. */
export function stageForYes(stages: readonly Stage[]): Stage | null {
  const applied = stages.findIndex(({ kind }) => kind === 'applied');
  const won = stages.filter(({ kind }) => kind === 'won');
  return won.find((stage) => stages.indexOf(stage) > applied) ?? won[0] ?? null;
}

/** Where those go who applied and are not taken. */
export const stageForNo = (stages: readonly Stage[]): Stage | null =>
  stages.find(({ kind }) => kind === 'lost') ?? null;

/** Where those stand who work for the program already: the stage the program calls Active, else the first of partners. */
export const stageForPartners = (stages: readonly Stage[]): Stage | null => {
  const won = stages.filter(({ kind }) => kind === 'won');
  return won.find(({ id }) => id === 'active') ?? won[0] ?? null;
};
