import { z } from '#shared/lib/zod.ts';

/** Texts to be written into one folder; `name` without its ending. */
export const manyTexts = z.object({
  ending: z.enum(['.eml']),
  files: z
    .array(z.object({ name: z.string().min(1).max(255), text: z.string().max(5_000_000) }))
    .min(1)
    .max(10_000),
});

export type ManyTexts = z.infer<typeof manyTexts>;

/** `names`: of what was written, in the order asked for; `problem`: why it is not all of it, null if it is. */
export type ManyOutcome =
  | {
      readonly kind: 'saved';
      readonly folder: string;
      readonly names: readonly string[];
      readonly problem: string | null;
    }
  | { readonly kind: 'cancelled' };
