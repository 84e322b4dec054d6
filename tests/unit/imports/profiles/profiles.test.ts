import { describe, expect, it } from 'vitest';
import { PROFILES } from '#shared/domain/imports/profiles/index.ts';
import { columnKey, type Profile } from '#shared/domain/imports/profiles/profile.ts';
import { lookAt } from '../read.ts';
import { fixtures } from './exports.ts';

const named = PROFILES.map((profile) => ({ id: profile.id, profile }));
const keysOf = (names: readonly string[]): string[] => names.map(columnKey);

/** True if any header that the profile takes has one of these columns. */
const surely = ({ needs }: Profile, names: readonly string[]): boolean => {
  const keys = keysOf(names);
  return needs.some((group) => keysOf(group).every((key) => keys.includes(key)));
};

const fieldIsSure = (profile: Profile, field: string): boolean =>
  surely(profile, profile.columns.find((column) => column.field === field)?.names ?? []);

it('each profile has an id and a name of its own', () => {
  expect(new Set(PROFILES.map(({ id }) => id)).size).toBe(PROFILES.length);
  expect(new Set(PROFILES.map(({ name }) => name)).size).toBe(PROFILES.length);
});

it('each profile has an export that is known by it (lists of people and our own exports are tried elsewhere)', () => {
  const tried = new Set(fixtures().map(({ expected }) => expected.profile));
  const others = PROFILES.filter(({ id, kind }) => kind !== 'people' && !id.startsWith('affiliate-desk'));
  expect(others.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
});

describe.each(named)('$id', ({ profile }) => {
  it('fills a field from one column, and knows status words in lower case', () => {
    const fields = profile.columns.map(({ field }) => field);
    expect(fields.filter((field, at) => fields.indexOf(field) !== at)).toEqual([]);
    for (const word of [...Object.keys(profile.statuses), ...(profile.disputed ?? [])])
      expect(word).toBe(word.toLowerCase().trim());
  });

  it('asks what disputed words mean, and claims none of them', () => {
    const disputed = profile.disputed ?? [];
    expect(profile.questions.includes('words')).toBe(disputed.length > 0);
    expect(disputed.filter((word) => word in profile.statuses)).toEqual([]);
  });

  it('does not refuse what it needs', () => {
    const refused = keysOf(profile.refuses);
    for (const group of profile.needs) expect(keysOf(group).some((key) => !refused.includes(key))).toBe(true);
  });

  if (profile.kind === 'people') return;

  it('takes no header that leaves open which transaction, when, whose or how much', () => {
    const { identity, questions, kind } = profile;
    expect({
      which: fieldIsSure(profile, 'transactionId') || (identity !== undefined && surely(profile, identity.columns)),
      when: fieldIsSure(profile, 'eventTime') || questions.includes('day'),
      whose: kind === 'orders' || fieldIsSure(profile, 'partnerId') || questions.includes('partner'),
      howMuch: kind !== 'transactions' || fieldIsSure(profile, 'commission') || fieldIsSure(profile, 'sale'),
    }).toEqual({ which: true, when: true, whose: true, howMuch: true });
  });
});

it.each(named.filter(({ profile }) => profile.kind !== 'people'))(
  '$id is known by the columns that it needs alone, however they are spelled',
  ({ id, profile }) => {
    for (const spell of [
      (name: string) => name,
      (name: string) => name.toUpperCase(),
      (name: string) => name.replaceAll(/[_ ]/g, '-'),
    ]) {
      const header = profile.needs.map(([first = '']) => spell(first));
      const row = header.map((_, at) => `v${at}`);
      expect(lookAt(`${header.join(',')}\n${row.join(',')}\n`).recognition.profileId).toBe(id);
    }
  },
);

describe('near relatives', () => {
  it.each([
    [
      'Pepperjam transaction history',
      'Transaction ID,ID,Publisher,Company,URL,Order ID,Link Type,Item ID,Sale Amount,Commission,Sale Date,Process Date,Status',
    ],
    [
      'Pepperjam SKU details',
      'sku,quantity,status,program_id,order_id,commission,date,sub_type,sale_amount,creative_type,item_name,program_name,transaction_id',
    ],
    [
      'Pepperjam payments',
      'sid,program_id,program_name,order_id,sale_amount,creative_type,payment_id,transaction_id,payment_date,transaction_date,commission,date,status',
    ],
    ['Pepperjam corrections', 'PID,AFFILIATEID,AMOUNT,OID,REASON'],
    [
      'CJ new orders',
      'companyId,enterpriseId,subscriptionId,actionTrackerId,orderId,cjEvent,eventDate,amount,currency,itemSku,itemQty',
    ],
    [
      'Awin transaction queries',
      'enquiry_id,merchant_id,type,click_ref,amount,commission,date,customer_reference,reference,description',
    ],
    [
      'AvantLink sales hits',
      'Merchant_Id,Date,Merchant,Transaction_Id,Transaction_Amount,Hit_Type,Website_Name,Product,Custom_Tracking_Code,Referrer_URL',
    ],
    [
      'Impact funds transfers',
      'YourRole,ProcessingMode,TrxNumber,MPID,PartnerID,CampaignId,Type,CreatedDate,EventDate,InvoiceAmountExTax,FundingStatus,Program',
    ],
    [
      'Impact performance by ad',
      'Ad,ad_id,date_,Clicks,Actions,Sale_Amount,Action_Cost,Other_Cost,Total_Cost,CR,EPC,AOV',
    ],
  ])('%s is taken for none of these', (_, header) => {
    const row = header.split(',').map((_, at) => `v${at}`);
    const { profileId } = lookAt(`${header}\n${row.join(',')}\n`).recognition;
    expect(profileId).toBe('');
  });
});
