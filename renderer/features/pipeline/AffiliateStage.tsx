import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';

interface Props {
  readonly affiliate: Affiliate;
}

/** Where an affiliate stands in the pipeline, and the checklists they are going through. */
export function AffiliateStage(_props: Props) {
  return null;
}
