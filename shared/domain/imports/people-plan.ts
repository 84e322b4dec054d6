import { newAffiliate, type Affiliate, type PartnerLink } from '../affiliates/affiliate.ts';
import { domainsOf, emailKey, MOST_OF_ONE_DOMAIN } from '../affiliates/domains.ts';
import { nameOf, type PersonDraft } from '../affiliates/person.ts';
import { accountOf, type Known } from '../affiliates/places.ts';
import { candidateFinder, type Candidate, type FindCandidates } from '../affiliates/propose.ts';
import { meetPerson, takePerson, type Difference, type Taken } from '../affiliates/take-person.ts';
import type { PlanCounts } from '../ledger/plan.ts';
import type { PartnerKey } from '../ledger/query.ts';

/** Everyone who is known when a list comes. */
export interface KnownPeople {
  readonly affiliates: readonly Affiliate[];
  readonly links: readonly PartnerLink[];
}

/** Rows of a list that mean one affiliate, and what taking them in would do. */
export interface PlannedPerson {
  /** The affiliate is new, would change, or says nothing new. `ask`: it may be several; new unless one is chosen. */
  readonly kind: 'new' | 'changed' | 'same' | 'ask';
  readonly name: string;
  /** All that the rows say. `lines[0]` names the person within the plan. */
  readonly draft: PersonDraft;
  /** Whom the rows are taken for, null: for somebody new. */
  readonly affiliateId: string | null;
  /** Why: the network account, or the candidates' evidence. */
  readonly because: 'account' | Candidate['because'] | 'choice' | null;
  /** Whom they may be, beside an affiliate whose account is named. */
  readonly candidates: readonly Candidate[];
  readonly differences: readonly Difference[];
}

/** What she decided for a planned person. `affiliateId` null: somebody new. */
export interface PersonChoice {
  /** `draft.lines[0]`. */
  readonly line: number;
  readonly affiliateId: string | null;
}

export interface PeoplePlan {
  readonly people: readonly PlannedPerson[];
  /** In rows of the list; who is asked about counts as new. */
  readonly counts: PlanCounts;
}

/** A person of the plan with what they become. `taken.affiliate` of a new one has the id that `ids` gave. */
export interface TakenPerson extends PlannedPerson {
  readonly taken: Taken;
}

/** What a list fills is remembered under its network, or, if it comes from none, under its profile. */
export const sourceOf = ({ network, profileId }: { readonly network: string; readonly profileId: string }): string =>
  network || profileId || 'list';

/**
 * Plans a list against everyone who is known. Whom a row means is told by its network account, else by an e-mail address, else by
 * the domain of a site or business address: none found is new, one is taken, several are asked about. Never by a name.
 */
export function planPeople(drafts: readonly PersonDraft[], known: KnownPeople, source: string): PeoplePlan {
  let fresh = 0;
  const stamp = { createdAt: 0, importId: '' };
  const people = takePeople(drafts, known, source, [], () => ({ ...stamp, id: `new ${++fresh}` })).map(
    ({ taken: _, ...person }): PlannedPerson => person,
  );
  return { people, counts: countPeople(people) };
}

/** The plan with its effect, after choices; one after the other, so that each knows what those before have brought. */
export function takePeople(
  drafts: readonly PersonDraft[],
  { affiliates, links }: KnownPeople,
  source: string,
  choices: readonly PersonChoice[],
  ids: () => { readonly id: string; readonly createdAt: number; readonly importId: string },
): readonly TakenPerson[] {
  const byAccount = new Map(links.map((link) => [keyOf(link), link.affiliateId]));
  const accounts = Map.groupBy(links, ({ affiliateId }) => affiliateId);
  const state = new Map(
    affiliates.map((affiliate): [string, Known] => [
      affiliate.id,
      { affiliate, accounts: (accounts.get(affiliate.id) ?? []).map(accountOf) },
    ]),
  );
  const find = candidateFinder(affiliates);
  const chosen = new Map(choices.map(({ line, affiliateId }) => [line, affiliateId]));
  return groupRows(drafts).map((rows): TakenPerson => {
    const draft = joinDrafts(rows);
    const match = matchOf(draft, byAccount, find, chosen.get(draft.lines[0] ?? 0));
    const before = match.affiliateId === null ? undefined : state.get(match.affiliateId);
    const taken = before ? takePerson(before, draft, source) : meetPerson(draft, source, ids());
    state.set(taken.affiliate.id, taken);
    const changes = taken.differences.some(({ kept }) => !kept);
    const asked = match.because === null && match.candidates.length > 1;
    return {
      kind: before ? (changes ? 'changed' : 'same') : asked ? 'ask' : 'new',
      name: before ? before.affiliate.name : nameOf(draft),
      draft,
      affiliateId: before ? before.affiliate.id : null,
      because: match.because,
      candidates: match.candidates,
      differences: taken.differences,
      taken,
    };
  });
}

/** Rows of a list by what becomes of them, as they are counted for every import: those that are asked about count as new. */
export function countPeople(people: readonly PlannedPerson[]): PlanCounts {
  const rows = (kinds: readonly PlannedPerson['kind'][]): number =>
    people.reduce((sum, { kind, draft }) => sum + (kinds.includes(kind) ? draft.lines.length : 0), 0);
  return { new: rows(['new', 'ask']), changed: rows(['changed']), same: rows(['same']), older: 0, repeated: 0 };
}

type Match = Pick<PlannedPerson, 'affiliateId' | 'because' | 'candidates'>;

function matchOf(
  { accounts, contacts, paymentEmail, sites }: PersonDraft,
  byAccount: ReadonlyMap<string, string>,
  find: FindCandidates,
  choice: string | null | undefined,
): Match {
  const owner = accounts.map((account) => byAccount.get(keyOf(account))).find((id) => id !== undefined);
  if (owner !== undefined) return { affiliateId: owner, because: 'account', candidates: [] };
  const candidates = find({ emails: [...contacts.map(({ email }) => email), paymentEmail], sites });
  if (choice !== undefined) return { affiliateId: choice, because: 'choice', candidates };
  const [one, ...more] = candidates;
  if (!one || more.length > 0) return { affiliateId: null, because: null, candidates };
  return { affiliateId: one.affiliateId, because: one.because, candidates };
}

const keyOf = ({ network, partnerId }: PartnerKey): string => `${network}\n${partnerId}`;

/**
 * Rows that mean one affiliate: the same network account; or, in lists without accounts, the same e-mail address, or the same domain
 * of a site or business address (several contacts of a company; very many are a provider's customers), unless the list calls the affiliates differently. A list of
 * accounts has one row for each, however alike they are.
 * In the order of their first rows.
 */
function groupRows(drafts: readonly PersonDraft[]): readonly (readonly PersonDraft[])[] {
  const groups = drafts.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (groups[root] !== root) root = groups[root] as number;
    groups[at] = root;
    return root;
  };
  const keys = drafts.map(keysOf);
  const count = new Map<string, number>();
  for (const key of keys.flat()) count.set(key, (count.get(key) ?? 0) + 1);
  const first = new Map<string, number>();
  drafts.forEach((_, at) => {
    for (const key of keys[at] ?? []) {
      if (key.startsWith('domain ') && (count.get(key) ?? 0) > MOST_OF_ONE_DOMAIN) continue;
      const other = rootOf(first.get(key) ?? at);
      const own = rootOf(at);
      groups[Math.max(other, own)] = Math.min(other, own);
      if (!first.has(key)) first.set(key, at);
    }
  });
  const rows = new Map<number, PersonDraft[]>();
  drafts.forEach((draft, at) => {
    const root = rootOf(at);
    const group = rows.get(root);
    if (group) group.push(draft);
    else rows.set(root, [draft]);
  });
  return [...rows.values()];
}

function keysOf({ name, accounts, contacts, sites }: PersonDraft): readonly string[] {
  if (accounts.length > 0) return accounts.map((account) => `account ${keyOf(account)}`);
  const emails = contacts.map(({ email }) => emailKey(email)).filter((email) => email !== '');
  return [
    ...emails.map((email) => `email ${email}`),
    ...[...domainsOf(sites, emails)].map((domain) => `domain ${domain} ${name.toLowerCase()}`),
  ];
}

/** What several rows say together: the first value of what there is one of, and all of the rest. */
function joinDrafts(rows: readonly PersonDraft[]): PersonDraft {
  const [only] = rows;
  if (only && rows.length === 1) return only;
  const first = (field: 'name' | 'company' | 'paymentEmail' | 'country'): string =>
    rows.map((row) => row[field]).find((value) => value !== '') ?? '';
  const joined = rows.reduce((known, row) => takePerson(known, { ...row, name: '', company: '', notes: '' }, ''), {
    affiliate: newAffiliate({ id: '', name: '', createdAt: 0, createdByImport: null, editedAt: null }),
    accounts: [],
  } as Known);
  const { contacts, sites, social, couponCodes, tags } = joined.affiliate;
  return {
    lines: rows.flatMap(({ lines }) => lines).sort((a, b) => a - b),
    name: first('name'),
    company: first('company'),
    paymentEmail: first('paymentEmail'),
    country: first('country'),
    joined:
      rows
        .map((row) => row.joined)
        .filter((day) => day !== '')
        .sort()[0] ?? '',
    notes: [...new Set(rows.map(({ notes }) => notes))].filter((text) => text !== '').join('\n'),
    contacts: contacts.map(({ source: _, ...contact }) => contact),
    sites,
    social,
    couponCodes,
    tags,
    accounts: joined.accounts,
  };
}
