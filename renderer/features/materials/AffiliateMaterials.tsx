import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';

interface Props {
  readonly affiliate: Affiliate;
}

/** What an affiliate has been given. */
export function AffiliateMaterials(_props: Props) {
  return null;
}
