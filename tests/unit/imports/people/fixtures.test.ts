import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { newAffiliate, newLink, type Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { PersonDraft } from '#shared/domain/affiliates/person.ts';
import { planPeople, sourceOf, takePeople, type KnownPeople } from '#shared/domain/imports/people-plan.ts';
import { readList } from './read-people.ts';

/** What comes of a list: `expected.json` beside it, written after what its rows say. What is left out is empty. */
interface Expected {
  readonly profile: string;
  readonly rows: { readonly accepted: number; readonly rejected: number; readonly skipped: number };
  /** Line, code and effect. */
  readonly issues: readonly string[];
  /** Each planned person against nobody known. */
  readonly people: readonly (Partial<PersonDraft> & { readonly name: string; readonly lines: readonly number[] })[];
}

const FOLDER = fileURLToPath(new URL('../../../fixtures/exports/', import.meta.url));
const lists = readdirSync(FOLDER).filter((name) => name.endsWith('-people'));

const NOBODY: KnownPeople = { affiliates: [], links: [] };
const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0);
const filled = (draft: PersonDraft, name: string): object =>
  Object.fromEntries(Object.entries({ ...draft, name }).filter(([, value]) => !isEmpty(value)));

describe.each(lists)('%s', (name) => {
  const folder = `${FOLDER}${name}/`;
  const file = readdirSync(folder).find((each) => each.startsWith('people.')) ?? '';
  const list = readList(new Uint8Array(readFileSync(folder + file)));
  const source = sourceOf(list.recognition);
  const plan = planPeople(list.drafts, NOBODY, source);

  it('is read and planned as expected', () => {
    const expected = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as Expected;
    expect({
      profile: list.recognition.profileId,
      rows: { accepted: list.drafts.length, rejected: list.rejectedRows, skipped: list.skipped.length },
      issues: list.issues.map(({ line, code, effect }) => `${line} ${code} ${effect}`),
      people: plan.people.map(({ draft, name: called }) => filled(draft, called)),
    }).toEqual(expected);
    expect(plan.people.map(({ kind }) => kind)).toEqual(plan.people.map(() => 'new'));
    expect(plan.counts.new).toBe(list.drafts.length);
  });

  it('says nothing new the second time, whoever it is about', () => {
    let id = 0;
    const ids = () => ({ id: `a${++id}`, createdAt: 0, importId: 'first' });
    const taken = takePeople(list.drafts, NOBODY, source, [], ids).map((person) => person.taken);
    const known = {
      affiliates: taken.map(({ affiliate }): Affiliate => newAffiliate(affiliate)),
      links: taken.flatMap(({ affiliate, accounts }) =>
        accounts.map((account) => newLink({ ...account, affiliateId: affiliate.id })),
      ),
    };
    const again = planPeople(list.drafts, known, source).people;
    // Who is told by nothing but a name or a handle is never taken for somebody known.
    const telling = again.filter(({ candidates, because }) => candidates.length > 0 || because !== null);
    expect(telling.map(({ kind }) => kind)).toEqual(telling.map(() => 'same'));
    expect(telling.flatMap(({ differences }) => differences)).toEqual([]);
    expect(again.length - telling.length).toBe(again.filter(({ kind }) => kind === 'new').length);
  });
});
