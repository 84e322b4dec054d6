import { SOCIAL_WORDS, type Affiliate } from '../affiliates/affiliate.ts';
import type { CustomField } from '../affiliates/custom-field.ts';
import { KIND_WORDS } from '../affiliates/words.ts';
import type { Question } from '../conversations/question.ts';
import type { Template } from '../conversations/template.ts';
import type { PartnerKey } from '../ledger/query.ts';
import type { Material } from '../materials/material.ts';
import type { Checklist } from '../pipeline/checklist.ts';
import type { Stage } from '../pipeline/stage.ts';
import type { SavedSegment } from '../segments/segment.ts';
import type { Task } from '../tasks/task.ts';
import type { Entry, EntryText } from './entry.ts';
import { withoutScheme } from './search-index.ts';

/** All that people can be looked for in. */
export interface Searched {
  readonly affiliates: readonly Affiliate[];
  readonly partnersOf: (affiliateId: string) => readonly PartnerKey[];
  readonly stages: readonly Stage[];
  readonly customFields: readonly CustomField[];
  readonly tasks: readonly Task[];
  readonly questions: readonly Question[];
  readonly segments: readonly SavedSegment[];
  readonly templates: readonly Template[];
  readonly materials: readonly Material[];
  readonly checklists: readonly Checklist[];
}

/** Everything as entries: affiliates by name, what is done after what is not. */
export function entriesOf(all: Searched): readonly Entry[] {
  const names = new Map(all.affiliates.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null): string => (id === null ? '' : (names.get(id) ?? ''));
  return [
    ...all.affiliates
      .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
      .map((affiliate) => affiliateEntry(affiliate, all)),
    ...openFirst(all.tasks, ({ doneAt }) => doneAt).map((task) => taskEntry(task, nameOf(task.affiliateId))),
    ...openFirst(all.questions, ({ resolvedAt }) => resolvedAt).map((question) =>
      questionEntry(question, nameOf(question.affiliateId)),
    ),
    ...all.segments.map(({ id, name }): Entry => entry('segment', id, name)),
    ...all.templates.map(({ id, name, subject, body }): Entry => ({
      ...entry('template', id, name, subject),
      texts: [words(subject), note(body)],
    })),
    ...all.materials.map(materialEntry),
    ...all.checklists.map(({ id, name, items }): Entry => ({
      ...entry('checklist', id, name),
      texts: items.map(({ text }) => words(text)),
    })),
  ];
}

const entry = (kind: Entry['kind'], id: string, title: string, detail = ''): Entry => ({
  key: `${kind} ${id}`,
  kind,
  title,
  detail,
  texts: [],
});

const words = (text: string): EntryText => ({ place: 'words', text });
const note = (text: string): EntryText => ({ place: 'note', text });

const openFirst = <T>(all: readonly T[], doneAt: (each: T) => number | null): readonly T[] => [
  ...all.filter((each) => doneAt(each) === null),
  ...all.filter((each) => doneAt(each) !== null),
];

export function affiliateEntry(
  affiliate: Affiliate,
  { partnersOf, stages, customFields }: Pick<Searched, 'partnersOf' | 'stages' | 'customFields'>,
): Entry {
  const { id, name, company, contacts, paymentEmail, sites, social, couponCodes, tags, kind, standing } = affiliate;
  const texts: EntryText[] = [{ place: 'company', text: company }];
  for (const code of couponCodes) texts.push({ place: 'code', text: code });
  for (const { partnerId, network } of partnersOf(id))
    texts.push({ place: 'account', text: `${network} ${partnerId}`.trim(), search: partnerId });
  for (const contact of contacts) {
    texts.push({ place: 'contact', text: contact.name }, { place: 'email', text: contact.email });
    texts.push({ place: 'phone', text: contact.phone, search: dialled(contact.phone) });
  }
  texts.push({ place: 'email', text: paymentEmail });
  for (const site of sites) texts.push({ place: 'site', text: site, search: withoutScheme(site.toLowerCase()) });
  for (const { kind: channel, address } of social)
    texts.push({
      place: 'social',
      text: `${SOCIAL_WORDS[channel]} ${address}`,
      search: withoutScheme(address.toLowerCase()),
    });
  for (const tag of tags) texts.push({ place: 'tag', text: tag });
  for (const field of customFields) {
    const value = affiliate.custom[field.id];
    if (value !== undefined) texts.push({ place: 'words', text: `${field.name} ${value}`, search: String(value) });
  }
  texts.push(words(affiliate.country), words(affiliate.language), note(affiliate.notes));
  for (const { title } of affiliate.agreements) texts.push(note(title));
  const stage = stages.find((each) => each.id === standing?.stageId);
  return { ...entry('affiliate', id, name, stage?.name ?? (kind === '' ? '' : KIND_WORDS[kind])), texts };
}

/** A phone number by what is dialled. */
const dialled = (phone: string): string => phone.replaceAll(/[^\d+]/g, '') || phone;

function taskEntry({ id, title, note: text, steps, doneAt }: Task, about: string): Entry {
  return {
    ...entry('task', id, title, [doneAt === null ? '' : 'Done', about].filter((each) => each !== '').join(', ')),
    texts: [words(about), ...steps.map((step) => note(step.text)), note(text)],
  };
}

function questionEntry({ id, title, text, resolution, resolvedAt, transactions }: Question, about: string): Entry {
  return {
    ...entry(
      'question',
      id,
      title,
      [resolvedAt === null ? '' : 'Resolved', about].filter((each) => each !== '').join(', '),
    ),
    texts: [
      words(about),
      ...transactions.map(({ transactionId }): EntryText => ({ place: 'code', text: transactionId })),
      note(text),
      note(resolution),
    ],
  };
}

function materialEntry({ id, name, kind, tags, note: text, versions }: Material): Entry {
  const current = versions.at(-1);
  return {
    ...entry('material', id, name, `${kind[0]?.toUpperCase() ?? ''}${kind.slice(1)}`),
    texts: [
      ...tags.map((tag): EntryText => ({ place: 'tag', text: tag })),
      words(current?.file?.name ?? ''),
      note(current?.text ?? ''),
      note(text),
    ],
  };
}
