/** A checklist as a template. */
export interface Checklist {
  readonly id: string;
  readonly name: string;
  /** It starts by itself with whoever comes to this stage; '' with none. */
  readonly stageId: string;
  readonly items: readonly { readonly id: string; readonly text: string }[];
  readonly sample: boolean;
}

/** A checklist an affiliate is going through: its items as they were when it started. */
export interface Progress {
  readonly id: string;
  readonly affiliateId: string;
  readonly checklistId: string;
  readonly name: string;
  /** `doneAt`: epoch ms, null while it is open. */
  readonly items: readonly { readonly id: string; readonly text: string; readonly doneAt: number | null }[];
  /** Epoch ms. */
  readonly startedAt: number;
  readonly sample: boolean;
}
