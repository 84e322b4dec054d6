import { describe, expect, it } from 'vitest';
import { lookAt } from './read.ts';

const fieldsOf = (text: string) => {
  const { recognition } = lookAt(text);
  return {
    kind: recognition.kind,
    profileId: recognition.profileId,
    fields: Object.fromEntries(recognition.mapping.map(({ column, field }) => [column, field])),
    extras: recognition.extras.map((at) => recognition.header[at]),
  };
};

describe('an unknown table', () => {
  it('is mapped by the names that exports use, and by what the cells hold', () => {
    const found = fieldsOf(
      'Sale No;Verkaufsdatum;Publisher ID;Publisher;Order Value;Commission;State;Curr;Shelf\n' +
        '1;13.04.2026;77;Paws;12,50;1,25;open;EUR;A1\n' +
        '2;14.04.2026;78;Whiskers;100,00;10,00;confirmed;EUR;B2\n',
    );
    expect(found.profileId).toBe('');
    expect(found.kind).toBe('transactions');
    expect(found.fields).toMatchObject({
      'Publisher ID': 'partnerId',
      Publisher: 'partnerName',
      'Order Value': 'sale',
      Commission: 'commission',
      State: 'status',
      Curr: 'currency',
    });
    expect(found.extras).toContain('Shelf');
  });

  it('of people is taken for people', () => {
    const found = fieldsOf(
      'Partner name,Mail of the contact,Telephone,Web site\n' +
        'Ann Wood,ann@paws.example,+44 1,https://paws.example\nBo Li,bo@cats.example,+44 2,cats.example\n',
    );
    expect(found.kind).toBe('people');
    expect(found.fields).toMatchObject({
      'Partner name': 'name',
      'Mail of the contact': 'email',
      'Web site': 'website',
    });
  });

  it('does not take a name for what its cells are not', () => {
    const found = fieldsOf(
      'id,date,amount,publisher\n' + 'a1,soon,many,P\n' + 'a2,later,few,P\n' + 'a3,never,none at all,Q\n',
    );
    expect(Object.values(found.fields)).not.toContain('eventTime');
    expect(Object.values(found.fields)).not.toContain('sale');
  });
});
