import type { Problem } from '../../lib/result.ts';
import { PROFILES } from './profiles/index.ts';
import { findColumn, headerIndex } from './profiles/profile.ts';

/** Reports that are met beside the ones that can be read, by columns that only they have. */
const RELATIVES: readonly { readonly has: readonly string[]; readonly message: string }[] = [
  {
    has: ['conversion_item_id', 'conversion_id'],
    message:
      'This looks like Partnerize conversion items, which repeat an order once for each item and would count it several times. Export the conversions instead.',
  },
  {
    has: ['click_id', 'set_time', 'publisher_id'],
    message: 'This looks like Partnerize clicks. Clicks cannot be imported; export the conversions instead.',
  },
  {
    has: ['action_id', 'brand_id', 'payout'],
    message: 'This looks like an Impact listing from the partner’s side. Export the Advertiser Action Listing instead.',
  },
  {
    has: ['Clicks', 'Actions', 'Action_Cost'],
    message:
      'This looks like Impact’s performance summary, which holds no single actions. Export the Advertiser Action Listing instead.',
  },
];

/** The sentence for a table that no profile knows: what it looks like and what can be imported. */
export function unknownFormat(header: readonly string[]): Problem {
  const code = 'unknown-format';
  const index = headerIndex(header);
  const relative = RELATIVES.find(({ has }) => has.every((name) => findColumn(index, [name]) >= 0));
  if (relative) return { code, message: relative.message };
  for (const profile of PROFILES) {
    const missing = profile.needs.filter((names) => findColumn(index, names) < 0);
    if (missing.length > 0 && missing.length * 3 <= profile.needs.length) {
      const names = missing.map((group) => group[0]).join(', ');
      return {
        code,
        message: `This looks like ${profile.name}, but columns are missing: ${names}. Export it again with these columns.`,
      };
    }
  }
  const names = header.map((name) => name.trim()).filter((name) => name !== '');
  const shown = names.slice(0, 4).map((name) => `“${name.slice(0, 40)}”`);
  const looks =
    shown.length === 0 ? 'No column names were found in it.' : `Its columns begin with ${shown.join(', ')}.`;
  const known = PROFILES.map((profile) => profile.name);
  const list = `${known.slice(0, -1).join(', ')} and ${known.at(-1) ?? ''}`;
  return {
    code,
    message: `This file is none of the exports that can be read. ${looks} What can be imported: ${list}.`,
  };
}
