import { openQuestions } from '#shared/domain/imports/defaults.ts';
import { describe, expect, it } from 'vitest';
import type { Sample } from '#shared/domain/imports/look.ts';
import {
  dateOrderOf,
  gapsOf,
  ownProfileOf,
  statusWordsIn,
  withDateOrder,
  withExtra,
  withField,
  withIdentity,
  withKind,
} from '#shared/domain/imports/matching.ts';
import { ownRecognition, signatureOf } from '#shared/domain/imports/own-profile.ts';
import { rejectedText, withoutRejectedColumns } from '#shared/domain/imports/rejected-file.ts';
import type { Recognition, Settings } from '#shared/domain/imports/types.ts';
import { recognitionOf, USUAL_DIALECT } from '#tests/support/recognition.ts';

const header = ['Ref', 'When', 'Who', 'Worth', 'State', 'Colour'];
const sample: Sample = {
  lines: [2, 3],
  cells: [
    ['A1', '03/04/2026', 'Barkly', '1.204,50', 'ok', 'red'],
    ['A2', '05/06/2026', 'Barkly', '3,00', 'No', 'blue'],
  ],
};
const settings: Settings = {
  program: '',
  currency: '',
  partner: '',
  zone: 'UTC',
  dateOrder: '',
  day: '',
  words: {},
  asOf: 0,
};
const bare = recognitionOf({
  dialect: { ...USUAL_DIALECT, delimiter: ';' },
  header,
  extras: [0, 1, 2, 3, 4, 5],
});
const matched = [
  [0, 'transactionId'],
  [1, 'eventTime'],
  [2, 'partnerId'],
  [3, 'sale'],
  [4, 'status'],
] as const;
const whole = matched.reduce((all, [index, field]) => withField(all, sample, index, field), bare);
const answered: Settings = { ...settings, program: 'Pets', currency: 'EUR', dateOrder: 'dmy' };

describe('matching columns', () => {
  it('works out how the cells of a column are written', () => {
    expect(whole.mapping.find(({ field }) => field === 'sale')).toMatchObject({ index: 3, decimal: ',' });
    expect(whole.mapping.find(({ field }) => field === 'eventTime')).toMatchObject({ layout: 'ask', required: true });
  });

  it('asks for the order of dates as long as a column leaves it open', () => {
    expect(whole.questions).toEqual(['dateOrder']);
    expect(dateOrderOf(whole, settings)).toBe('');
    expect(dateOrderOf(whole, answered)).toBe('dmy');
    const without = withField(whole, sample, 1, null);
    expect(without.questions).toEqual([]);
    expect(dateOrderOf(without, settings)).toBeNull();
  });

  it('has a field filled by one column, and keeps those that are free', () => {
    expect(whole.extras).toEqual([5]);
    const moved = withField(whole, sample, 5, 'partnerId');
    expect(moved.mapping.filter(({ field }) => field === 'partnerId').map(({ index }) => index)).toEqual([5]);
    expect(moved.extras).toEqual([2]);
    expect(withExtra(moved, 2, false).extras).toEqual([]);
  });

  it('sets the order of dates of columns that had told it', () => {
    const told = {
      ...whole,
      mapping: whole.mapping.map((each) => (each.layout ? { ...each, layout: 'mdy' as const } : each)),
    };
    expect(dateOrderOf(told, settings)).toBe('mdy');
    expect(dateOrderOf(withDateOrder(told, 'dmy'), settings)).toBe('dmy');
  });

  it('tells rows apart by several columns where there is no id', () => {
    expect(withIdentity(whole, 'columns').identity).toEqual({ by: 'columns', columns: [1, 2, 3], again: 'occurrence' });
    const without = withIdentity(withField(whole, sample, 0, null), 'columns');
    expect(without.identity.by).toBe('columns');
    expect(withField(without, sample, 0, 'transactionId').identity.by).toBe('id');
    expect(withIdentity(whole, 'lines').identity).toEqual({ by: 'id', columns: [], again: 'merge' });
  });

  it('keeps of another kind what that has, and proposes what is likely for it', () => {
    const people: Sample = { lines: [2], cells: [['A1', '', 'Barkly', '', 'ok', 'a@b.de']] };
    const list = withKind({ ...whole, header: ['Ref', 'When', 'Who', 'Worth', 'State', 'Email'] }, people, 'people');
    expect(list.mapping.map(({ field, index }) => [field, index])).toContainEqual(['email', 5]);
    expect(list.mapping.map(({ field }) => field)).not.toContain('sale');
    expect(list.questions).toEqual([]);
  });
});

describe('what a mapping lacks', () => {
  const codes = (recognition: Recognition, with_: Settings): string[] =>
    gapsOf(recognition, with_).map(({ code }) => code);

  it('is everything at first, and nothing once it is answered', () => {
    expect(codes(bare, settings)).toEqual(['date', 'amount', 'identity', 'who', 'network', 'program', 'currency']);
    expect(codes(whole, settings)).toEqual(['network', 'program', 'currency', 'dateOrder']);
    expect(codes({ ...whole, network: 'Zoo' }, answered)).toEqual([]);
  });

  it('is less for clicks and orders, and only somebody for people', () => {
    expect(codes({ ...bare, kind: 'clicks' }, settings)).not.toContain('currency');
    expect(codes({ ...bare, kind: 'orders' }, settings)).toEqual(['date', 'amount', 'identity', 'network', 'currency']);
    expect(codes({ ...bare, kind: 'people' }, settings)).toEqual(['who']);
  });
});

describe('what is asked', () => {
  it('is only what is not answered, disputed words each', () => {
    const asking: Recognition = { ...whole, disputed: ['closed', 'held'], questions: ['program', 'words', 'day'] };
    expect(openQuestions(asking, answered)).toEqual(['words', 'day']);
    const some: Settings = { ...answered, words: { closed: 'paid' } };
    expect(openQuestions(asking, some)).toContain('words');
    expect(openQuestions(asking, { ...some, words: { closed: 'paid', held: 'pending' } })).toEqual(['day']);
  });

  it('shows the status words of the sample, each once, with what they mean', () => {
    const words = statusWordsIn({ ...whole, statuses: { ok: 'approved' } }, { no: 'reversed' }, sample);
    expect(words).toEqual([
      { word: 'ok', meaning: 'approved' },
      { word: 'no', meaning: 'reversed' },
    ]);
    expect(statusWordsIn(bare, {}, sample)).toEqual([]);
    const odd: Sample = { lines: [2], cells: [['A1', '', '', '', 'Constructor']] };
    expect(statusWordsIn(whole, {}, odd)).toEqual([{ word: 'constructor', meaning: null }]);
  });
});

describe('a profile of her own', () => {
  const made = { id: 'own:1', name: 'Zoo', createdAt: 5 };
  const own = ownProfileOf({ ...whole, network: 'Zoo' }, { ...answered, words: { no: 'reversed' } }, made);

  it('reads the next file just so, and has nothing left to ask', () => {
    const again = ownRecognition(own, { header, dialect: whole.dialect });
    expect(again).toMatchObject({
      profileId: 'own:1',
      profileName: 'Zoo',
      network: 'Zoo',
      mapping: whole.mapping,
      extras: [5],
      statuses: { no: 'reversed' },
      questions: [],
    });
  });

  it('is known by its header, also of a file of its rejected rows', () => {
    expect(own.signature).toBe(signatureOf(['ref', 'WHEN', 'Who ', 'Worth', 'State', 'Colour'], true));
    expect(own.signature).not.toBe(signatureOf(['Ref', 'When', 'Who', 'Worth', 'State'], true));
    expect(signatureOf([...header, 'Line', 'Reason'], true)).toBe(own.signature);
    expect(withoutRejectedColumns(['Line', 'Reason', 'Ref'])).toEqual(['Line', 'Reason', 'Ref']);
  });

  it('is known without a header by the number of columns, also of its rejected rows', () => {
    const names = ['Column 1', 'Column 2'];
    expect(signatureOf([...names, 'Line', 'Reason'], true)).toBe(signatureOf(names, false));
  });
});

describe('a file of rejected rows', () => {
  it('has the columns of its source, the line and the reason, as a table that can be read again', () => {
    const text = rejectedText(['a', 'b'], ';', [
      { line: 7, cells: ['x;y', 'say "hi"'], issues: [{ message: 'It is no date.' }] },
      {
        line: 9,
        cells: ['=1+1'],
        issues: [{ message: 'Too short.' }, { message: 'Empty.' }],
      },
      { line: 11, cells: ['1', '2', '3'], issues: [{ message: 'Too long.' }] },
    ]);
    expect(text).toBe(
      'a;b;Line;Reason\r\n' +
        '"x;y";"say ""hi""";7;It is no date.\r\n' +
        '=1+1;;9;Too short. Empty.\r\n' +
        '1;2;11;Too long.;3\r\n',
    );
  });
});
