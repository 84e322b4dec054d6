import type { LinkPattern } from './material.ts';

/** A pattern to begin with. */
export interface ReadyPattern extends LinkPattern {
  /** What of it she has to put in once, and where it is found. */
  readonly fill: readonly { readonly name: string; readonly hint: string }[];
  /** What of it differs from affiliate to affiliate, and is kept in a custom field of that name. */
  readonly each: readonly { readonly name: string; readonly hint: string }[];
}

/**
 * Patterns for an own shop, and the deep links that networks document. What networks call the sub id carries the campaign.
 *
 * Sources:
 * - Awin: success.awin.com, "What does an affiliate link look like?" (cread.php, awinmid, awinaffid, ued); wiki.awin.com, "Publisher
 *   Click Ref" (clickref).
 * - CJ: links are `click-<property id>-<link id>` of a CJ domain with `url` and `sid`: jangro.com, "Deep Linking: It Shouldn't Be This
 *   Difficult". The export names the company (CID), the link the property (PID): hence a custom field.
 * - ShareASale: help.shareasale.com, article 6 "Creating your own Product Links" (urllink without "http://", encoded); afftrack:
 *   "Using Affiliate Defined Tracking".
 * - Impact: help.impact.com, 48001235417 "Sub ID & Shared ID parameters" (/c/<partner>/<ad>/<program>, subId1); `u` is the landing page.
 * - Rakuten Advertising: pubhelp.rakutenadvertising.com, 11459139039373 "Create Deep Links Outside the Dashboard" (id, mid, murl, u1);
 *   `id` is a code of 11 characters, not the number in the export: hence a custom field.
 * - Partnerize: Partnerize Help Hub, "Tracking" (camref, then pubref, then destination at the end); a camref is one partner's in one
 *   campaign: hence a custom field.
 * - TUNE: support.tune.com, 1500005236722 "Customizing a Partner Tracking Link" (aff_c, offer_id, aff_id, aff_sub); `url` where the
 *   offer allows deep links.
 */
export const READY_PATTERNS: readonly ReadyPattern[] = [
  {
    id: 'utm',
    name: 'Own shop, with UTM',
    network: '',
    pattern: '{url}?utm_source={affiliate}&utm_medium=affiliate&utm_campaign={campaign}',
    fill: [],
    each: [],
  },
  {
    id: 'utm-network',
    name: 'Own shop, UTM by network, sub id per affiliate',
    network: '',
    pattern: '{url}?utm_source={network}&utm_medium=affiliate&utm_campaign={campaign}&subid={partner id}',
    fill: [],
    each: [],
  },
  { id: 'code', name: 'Own shop, by coupon code', network: '', pattern: '{url}?ref={code}', fill: [], each: [] },
  {
    id: 'awin',
    name: 'Awin deep link',
    network: 'Awin',
    pattern:
      'https://www.awin1.com/cread.php?awinmid={merchant id}&awinaffid={partner id}&clickref={campaign}&ued={url encoded}',
    fill: [{ name: 'merchant id', hint: 'Your advertiser id at Awin.' }],
    each: [],
  },
  {
    id: 'cj',
    name: 'CJ deep link',
    network: 'CJ',
    pattern: 'https://www.anrdoezrs.net/click-{property id}-{link id}?sid={campaign}&url={url encoded}',
    fill: [{ name: 'link id', hint: 'The id (AID) of a link of yours that allows deep links.' }],
    each: [{ name: 'property id', hint: 'The affiliate’s promotional property (PID).' }],
  },
  {
    id: 'shareasale',
    name: 'ShareASale deep link',
    network: 'ShareASale',
    pattern:
      'https://www.shareasale.com/r.cfm?b={banner id}&u={partner id}&m={merchant id}&afftrack={campaign}&urllink={bare url encoded}',
    fill: [
      { name: 'banner id', hint: 'The number of a text link of your program.' },
      { name: 'merchant id', hint: 'Your merchant id at ShareASale.' },
    ],
    each: [],
  },
  {
    id: 'impact',
    name: 'Impact deep link',
    network: 'Impact',
    pattern: 'https://{tracking domain}/c/{partner id}/{ad id}/{program id}?subId1={campaign}&u={url encoded}',
    fill: [
      { name: 'tracking domain', hint: 'As in your tracking links: something.pxf.io or a domain of yours.' },
      { name: 'ad id', hint: 'The id of the ad, second of the three numbers.' },
      { name: 'program id', hint: 'Your program (campaign) id, third of the three numbers.' },
    ],
    each: [],
  },
  {
    id: 'rakuten',
    name: 'Rakuten Advertising deep link',
    network: 'Rakuten Advertising',
    pattern:
      'https://click.linksynergy.com/deeplink?id={publisher code}&mid={merchant id}&u1={campaign}&murl={url encoded}',
    fill: [{ name: 'merchant id', hint: 'Your advertiser id (MID) at Rakuten.' }],
    each: [{ name: 'publisher code', hint: 'The 11 characters behind id= in any link of theirs.' }],
  },
  {
    id: 'partnerize',
    name: 'Partnerize deep link',
    network: 'Partnerize',
    pattern: 'https://prf.hn/click/camref:{camref}/pubref:{campaign}/destination:{url encoded}',
    fill: [],
    each: [{ name: 'camref', hint: 'What stands behind camref: in their tracking link.' }],
  },
  {
    id: 'tune',
    name: 'TUNE deep link',
    network: 'TUNE',
    pattern:
      'https://{tracking domain}/aff_c?offer_id={offer id}&aff_id={partner id}&aff_sub={campaign}&url={url encoded}',
    fill: [
      { name: 'tracking domain', hint: 'As in your tracking links: yours.go2cloud.org or a domain of yours.' },
      { name: 'offer id', hint: 'The id of the offer.' },
    ],
    each: [],
  },
];

/** A ready pattern as one of hers, with what she has put in; what she has not stays a placeholder. */
export function filledPattern(
  { name, network, pattern, fill }: ReadyPattern,
  values: Readonly<Record<string, string>>,
  id: string,
): LinkPattern {
  const filled = fill.reduce((text, { name: each }) => {
    const value = (values[each] ?? '').trim();
    return value === '' ? text : text.replaceAll(`{${each}}`, encodeURIComponent(value.toWellFormed()));
  }, pattern);
  return { id, name, network, pattern: filled };
}
