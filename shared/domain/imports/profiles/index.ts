import { OWN_EXPORTS } from './affiliate-desk.ts';
import { affiliateWpReferrals } from './affiliatewp-referrals.ts';
import { amazonEarnings, amazonOrders } from './amazon-associates.ts';
import { avantlinkSales } from './avantlink-sales.ts';
import { awinPublisherPerformance } from './awin-publisher-performance.ts';
import { awinTransactions } from './awin-transactions.ts';
import { awinValidation } from './awin-validation.ts';
import { cjCommissions, cjCommissionsUsd } from './cj-commissions.ts';
import { cjCancellations, cjRestatements } from './cj-restatements.ts';
import { clickList, clicksByAffiliate } from './clicks.ts';
import { dubCommissions } from './dub-commissions.ts';
import { everflowConversions } from './everflow-conversions.ts';
import { flexoffersSales } from './flexoffers-sales.ts';
import { impactActionListing } from './impact-action-listing.ts';
import { impactActions } from './impact-actions.ts';
import { impactPaystub } from './impact-paystub.ts';
import { impactPerformance } from './impact-performance.ts';
import { impactPartnerListing, impactSkuListing } from './impact-sku-listings.ts';
import { partnerizeClicks } from './partnerize-clicks.ts';
import { partnerizeConversions } from './partnerize-conversions.ts';
import { partnerizeItems } from './partnerize-items.ts';
import { partnerStackRewards } from './partnerstack-rewards.ts';
import { PEOPLE_PROFILES } from './people/index.ts';
import { ascendTransactions, pepperjamTransactions } from './pepperjam-transactions.ts';
import { postAffiliatePro } from './post-affiliate-pro.ts';
import type { Profile } from './profile.ts';
import { rakutenAdvertiser, rakutenItems, rakutenPerformance, rakutenSignatureOrders } from './rakuten.ts';
import { refersionConversions } from './refersion-conversions.ts';
import { rewardfulCommissions } from './rewardful-commissions.ts';
import { shareasaleActivity, shareasaleTransactions } from './shareasale.ts';
import { shopifyOrders, shopOrders, wooOrders } from './shop-orders.ts';
import { tapfiliateConversions } from './tapfiliate-conversions.ts';
import { tuneConversions } from './tune-conversions.ts';

/** Every export that can be read without being told what its columns are. Of two that know a header equally well the first is taken. */
export const PROFILES: readonly Profile[] = [
  ...OWN_EXPORTS,
  impactActionListing,
  impactActions,
  impactSkuListing,
  impactPartnerListing,
  impactPerformance,
  impactPaystub,
  cjCommissionsUsd,
  cjCommissions,
  cjCancellations,
  cjRestatements,
  shareasaleActivity,
  shareasaleTransactions,
  tuneConversions,
  awinTransactions,
  awinPublisherPerformance,
  awinValidation,
  tapfiliateConversions,
  flexoffersSales,
  pepperjamTransactions,
  ascendTransactions,
  avantlinkSales,
  postAffiliatePro,
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
  ...PEOPLE_PROFILES,
];
