import { affiliateWpReferrals } from './affiliatewp-referrals.ts';
import { amazonEarnings, amazonOrders } from './amazon-associates.ts';
import { clickList, clicksByAffiliate } from './clicks.ts';
import { dubCommissions } from './dub-commissions.ts';
import { everflowConversions } from './everflow-conversions.ts';
import { partnerizeClicks } from './partnerize-clicks.ts';
import { partnerizeConversions } from './partnerize-conversions.ts';
import { partnerizeItems } from './partnerize-items.ts';
import { partnerStackRewards } from './partnerstack-rewards.ts';
import type { Profile } from './profile.ts';
import { rakutenAdvertiser, rakutenItems, rakutenPerformance, rakutenSignatureOrders } from './rakuten.ts';
import { refersionConversions } from './refersion-conversions.ts';
import { rewardfulCommissions } from './rewardful-commissions.ts';
import { shopifyOrders, shopOrders, wooOrders } from './shop-orders.ts';

/** Exports of networks and programs from Rakuten on, clicks, and shops' orders. Of two that know a header equally well the first is taken. */
export const LIST_2: readonly Profile[] = [
  rakutenSignatureOrders,
  rakutenItems,
  rakutenAdvertiser,
  rakutenPerformance,
  partnerizeConversions,
  partnerizeItems,
  partnerizeClicks,
  amazonEarnings,
  amazonOrders,
  everflowConversions,
  affiliateWpReferrals,
  dubCommissions,
  partnerStackRewards,
  refersionConversions,
  rewardfulCommissions,
  shopifyOrders,
  wooOrders,
  shopOrders,
  clickList,
  clicksByAffiliate,
];
