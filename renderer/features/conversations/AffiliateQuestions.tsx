import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';

interface Props {
  readonly affiliate: Affiliate;
}

/** What an affiliate has asked. */
export function AffiliateQuestions(_props: Props) {
  return null;
}
