import { describe, expect, it } from 'vitest';
import { momentOfInstant } from '#shared/lib/moment.ts';
import { readFile } from './read.ts';

const HEADER =
  'conversion_id,campaign_id,publisher_id,conversion_date,conversion_date_time,click_time,click_date,click_date_time,currency,advertiser_reference,conversion_reference,referer_ip,source_referer,campaign_title,publisher_name,conversion_status,conversion_lag,value,commission,publisher_commission,creative_type,creative_id,specific_creative_id,customer_type,was_disputed,cookie_id,country,currency_original,currency_conversion_rate,customer_reference,camref';
const ROW =
  '111111l3919676,10l176,1l1007802,2016-03-02,"2016-03-02 10:22:02",10:11:36,2016-03-02,"2016-03-02 10:11:36",EUR,,AUTO-57643db548165,127.0.0.1,,"API Campaign Demo",apipublisher123,pending,626,90.92,1.0001,0.9092,0,0,0,,,111111l2136,GB,,,,1l3v9UA';

describe('Partnerize conversions', () => {
  it('reads the published sample row', () => {
    const { rows, issues } = readFile(`${HEADER}\n${ROW}\n`);
    expect(issues).toEqual([]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      network: 'Partnerize',
      program: 'API Campaign Demo',
      transactionId: '111111l3919676',
      orderId: 'AUTO-57643db548165',
      partnerId: '1l1007802',
      partnerName: 'apipublisher123',
      status: 'pending',
      sourceStatus: 'pending',
      currency: 'EUR',
      sale: 90_920_000,
      commission: 909_200,
      networkFee: 90_900,
      country: 'GB',
      customerStatus: '',
      line: 2,
      eventTime: momentOfInstant(Date.UTC(2016, 2, 2, 10, 22, 2)),
      clickTime: momentOfInstant(Date.UTC(2016, 2, 2, 10, 11, 36)),
    });
  });
});
