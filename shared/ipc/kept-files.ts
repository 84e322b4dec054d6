import { z } from '#shared/lib/zod.ts';

/** What a file is taken for: to be read as an export, or to be kept as it is, of whatever kind. */
export const intakePurpose = z.enum(['import', 'library']);

export type IntakePurpose = z.infer<typeof intakePurpose>;

/** `copiesId` stands for the copies that were written just now; `names` are those they have, in the order asked for. */
export type CopiesOutcome =
  | {
      readonly kind: 'saved';
      readonly copiesId: string;
      readonly folder: string;
      readonly names: readonly string[];
    }
  | { readonly kind: 'cancelled' };

export const fileId = z.string().max(64);

/** Which kept files, and under which names. */
export const copies = z
  .array(z.object({ fileId, name: z.string().min(1).max(1000) }))
  .min(1)
  .max(1000);
