import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newAffiliate, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { FIRST_STAGES } from '#shared/domain/pipeline/stage.ts';
import { entriesOf, type Searched } from '#shared/domain/search/entries.ts';
import { PLACES_OF_TEXT, type Entry } from '#shared/domain/search/entry.ts';
import { foldWords } from '#shared/domain/search/fold.ts';
import { makeSearchIndex } from '#shared/domain/search/search-index.ts';
import { PLAIN_TASK } from '#shared/domain/tasks/task.ts';

const affiliate = (id: string, known: Partial<Affiliate> = {}): Affiliate =>
  newAffiliate({ id, name: id, createdAt: 0, createdByImport: null, editedAt: null, ...known });
const person = (email: string, name = '', phone = '') => ({ name, email, phone, role: '', source: '' });
const NOTHING: Searched = {
  affiliates: [],
  partnersOf: () => [],
  stages: FIRST_STAGES,
  customFields: [],
  tasks: [],
  questions: [],
  segments: [],
  templates: [],
  materials: [],
  checklists: [],
};

const found = (all: Partial<Searched>, text: string): readonly string[] =>
  makeSearchIndex(entriesOf({ ...NOTHING, ...all }))
    .search(text)
    .map(({ entry, because }) => `${entry.key}${because ? ` (${because.place} ${because.text})` : ''}`);

describe('what is found', () => {
  const paws = affiliate('Paws', {
    name: 'Pawsome Café',
    company: 'Łódź Pets Ltd',
    contacts: [person('anna@pawsome.co.uk', 'Anna Müller', '+49 (30) 12-34')],
    paymentEmail: 'pay@paypal.example',
    sites: ['https://www.pawsome.co.uk/blog'],
    social: [{ kind: 'instagram', address: '@pawsome.cafe' }],
    couponCodes: ['PAWS10'],
    tags: ['big dogs'],
    notes: 'Met at Interzoo.\nLikes slow feeders.',
    custom: { f: 'Gold' },
    standing: { stageId: 'in-talks', since: 0, reason: '' },
  });
  const all: Partial<Searched> = {
    affiliates: [paws],
    partnersOf: (id) => (id === 'Paws' ? [{ network: 'Impact', partnerId: '0012345' }] : []),
    customFields: [{ id: 'f', name: 'Level', kind: 'text', choices: [] }],
  };

  it.each([
    ['pawsome cafe', 'affiliate Paws'],
    ['CAFÉ', 'affiliate Paws'],
    ['lodz', 'affiliate Paws (company Łódź Pets Ltd)'],
    ['anna@', 'affiliate Paws (email anna@pawsome.co.uk)'],
    ['muller', 'affiliate Paws (contact Anna Müller)'],
    ['+4930 12', 'affiliate Paws (phone +49 (30) 12-34)'],
    ['https://pawsome.co.uk', 'affiliate Paws (site https://www.pawsome.co.uk/blog)'],
    ['@pawsome', 'affiliate Paws (social Instagram @pawsome.cafe)'],
    ['paws10', 'affiliate Paws (code PAWS10)'],
    ['12345', 'affiliate Paws (account Impact 0012345)'],
    ['dogs', 'affiliate Paws (tag big dogs)'],
    ['gold', 'affiliate Paws (words Level Gold)'],
    ['interzoo. likes', 'affiliate Paws (note Met at Interzoo.\nLikes slow feeders.)'],
    ['feeders cafe', 'affiliate Paws (note Met at Interzoo.\nLikes slow feeders.)'],
  ])('%s is %s', (text, expected) => {
    expect(found(all, text)).toEqual([expected]);
  });

  it('is nothing for nothing, or where one word is missing', () => {
    expect(found(all, '  ')).toEqual([]);
    expect(found(all, 'pawsome barks')).toEqual([]);
    expect(found(all, 'interzoolikes')).toEqual([]);
  });

  it('comes in the order of how and where it matches', () => {
    const affiliates = [
      affiliate('a', { name: 'Joanna' }),
      affiliate('b', { name: 'Kit', notes: 'ann' }),
      affiliate('c', { name: 'Lea', contacts: [person('ann@lea.com')] }),
      affiliate('d', { name: 'Mary Ann' }),
      affiliate('e', { name: 'Annabel' }),
      affiliate('f', { name: 'Ann' }),
      affiliate('g', { name: 'Nora', couponCodes: ['ANN5'] }),
    ];
    expect(found({ affiliates }, 'ann').map((text) => text.replace(/ \(.*/, ''))).toEqual([
      'affiliate f',
      'affiliate e',
      'affiliate g',
      'affiliate c',
      'affiliate d',
      'affiliate a',
      'affiliate b',
    ]);
  });

  it('has what is open before what is done, each with whom it is about', () => {
    const task = (id: string, doneAt: number | null) => ({
      ...{ id, title: 'Call them', note: '', affiliateId: 'Paws', due: null, ...PLAIN_TASK },
      ...{ snoozedUntil: null, doneAt, createdAt: 0, sample: false },
    });
    const index = makeSearchIndex(entriesOf({ ...NOTHING, ...all, tasks: [task('1', 5), task('2', null)] }));
    expect(index.search('call').map(({ entry }) => `${entry.key}: ${entry.detail}`)).toEqual([
      'task 2: Pawsome Café',
      'task 1: Done, Pawsome Café',
    ]);
    expect(index.get('affiliate Paws')?.detail).toBe('In talks');
  });
});

const word = fc.constantFrom('ann', 'Joanna', 'PAWS10', 'Müller', 'a-b', 'x', 'café', 'ß', 'Ω', 'a.b@c.de', '12');
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
const entries = fc
  .array(
    fc.record({
      title: text,
      texts: fc.array(
        fc.record({ place: fc.constantFrom(...PLACES_OF_TEXT.filter((place) => place !== 'name')), text }),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map((each, at): Entry => ({ ...each, key: `task ${at}`, kind: 'task', detail: '' })));
const query = fc.oneof(
  text,
  fc.tuple(text, fc.nat(6), fc.integer({ min: 1, max: 6 })).map(([from, at, length]) => from.slice(at, at + length)),
);

describe('the index', () => {
  it('finds exactly what has every word in some text, and says in which', () => {
    fc.assert(
      fc.property(entries, query, (all, wanted) => {
        const words = foldWords(wanted)
          .split(/\s+/)
          .filter((each) => each !== '');
        const textsOf = ({ title, texts }: Entry) => [title, ...texts.map((each) => each.text)].map(foldWords);
        const naive = all.filter(
          (each) => words.length > 0 && words.every((one) => textsOf(each).some((line) => line.includes(one))),
        );
        const answer = makeSearchIndex(all).search(wanted);
        expect(answer.map(({ entry }) => entry.key).sort()).toEqual(naive.map(({ key }) => key).sort());
        for (const { entry, because } of answer) {
          if (because) expect(entry.texts).toContain(because);
          else expect(words.every((one) => foldWords(entry.title).includes(one))).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
