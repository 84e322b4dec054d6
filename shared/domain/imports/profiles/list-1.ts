import { avantlinkSales } from './avantlink-sales.ts';
import { awinPublisherPerformance } from './awin-publisher-performance.ts';
import { awinTransactions } from './awin-transactions.ts';
import { awinValidation } from './awin-validation.ts';
import { cjCommissions, cjCommissionsUsd } from './cj-commissions.ts';
import { cjCancellations, cjRestatements } from './cj-restatements.ts';
import { flexoffersSales } from './flexoffers-sales.ts';
import { impactActionListing } from './impact-action-listing.ts';
import { impactActions } from './impact-actions.ts';
import { impactPaystub } from './impact-paystub.ts';
import { impactPerformance } from './impact-performance.ts';
import { impactPartnerListing, impactSkuListing } from './impact-sku-listings.ts';
import { ascendTransactions, pepperjamTransactions } from './pepperjam-transactions.ts';
import { postAffiliatePro } from './post-affiliate-pro.ts';
import type { Profile } from './profile.ts';
import { shareasaleActivity, shareasaleTransactions } from './shareasale.ts';
import { tapfiliateConversions } from './tapfiliate-conversions.ts';
import { tuneConversions } from './tune-conversions.ts';

/** Impact, CJ, ShareASale, TUNE, Awin, Tapfiliate, FlexOffers, Pepperjam (Ascend), AvantLink, Post Affiliate Pro. */
export const LIST_1: readonly Profile[] = [
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
];
