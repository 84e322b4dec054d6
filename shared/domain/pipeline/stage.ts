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
