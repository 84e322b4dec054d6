import type { ReactNode } from 'react';
import { openDoor } from '#renderer/session/doors.ts';
import { showAffiliate, showTask } from '#renderer/session/navigation.ts';
import type { TableColumn } from '#renderer/ui/data-table-parts.ts';
import { customWords, type CustomField } from '#shared/domain/affiliates/custom-field.ts';
import { accountsText } from '#shared/domain/affiliates/person.ts';
import { CONSENT_WORDS, KIND_WORDS, TIER_WORDS } from '#shared/domain/affiliates/words.ts';
import { dueWords } from '#shared/domain/tasks/due.ts';
import type { AffiliateRow } from '#shared/domain/search/affiliate-list.ts';
import { customColumn } from '#shared/domain/search/affiliate-sort.ts';
import { daysBetween, type Day } from '#shared/lib/day.ts';
import { NOTHING, type Format } from '#shared/lib/format.ts';
import { dayOf } from '#shared/lib/zone.ts';
import {
  CODES_EDITOR,
  customEditor,
  dayEditor,
  EMAIL_EDITOR,
  KIND_EDITOR,
  MAIL_EDITOR,
  NAME_EDITOR,
  PAYMENT_EDITOR,
  SITES_EDITOR,
  tagsEditor,
  textEditor,
  TIER_EDITOR,
} from './cell-steps.ts';

type Column = TableColumn<AffiliateRow>;

export interface RecordOptions {
  readonly format: Format;
  readonly today: Day;
  readonly customFields: readonly CustomField[];
  /** Offered where tags are typed. */
  readonly tags: readonly string[];
}

/** What is said of affiliates, in the order in which it comes; a few are shown by themselves. */
export function recordColumns({ format, today, customFields, tags }: RecordOptions): readonly Column[] {
  const day = (id: 'joined' | 'contractEnd' | 'lastContact', header: string): Column => ({
    id,
    header,
    width: 112,
    align: 'end',
    sort: 'desc',
    extra: true,
    text: ({ affiliate }) => affiliate[id] || NOTHING,
    cell: ({ affiliate }) => {
      const said = affiliate[id];
      return said === '' ? NONE : <span title={format.dayFull(said)}>{format.day(said, today)}</span>;
    },
    edit: dayEditor(id),
  });
  return [
    {
      id: 'name',
      header: 'Affiliate',
      width: 184,
      grow: 420,
      sort: 'asc',
      text: ({ affiliate }) => affiliate.name,
      cell: ({ affiliate }) => (
        <button
          type="button"
          className="link"
          tabIndex={-1}
          title={affiliate.name}
          onClick={() => showAffiliate(affiliate.id)}
        >
          {affiliate.name}
        </button>
      ),
      edit: NAME_EDITOR,
    },
    {
      id: 'stage',
      header: 'Stage',
      width: 96,
      sort: 'asc',
      text: ({ stage }) => stage?.name ?? NOTHING,
      cell: ({ stage, affiliate }) => (
        <button
          type="button"
          className={stage ? 'link' : 'link faint'}
          tabIndex={-1}
          title={`Move ${affiliate.name} to another stage`}
          onClick={(event) => {
            event.stopPropagation();
            openDoor({ kind: 'stage', affiliateIds: [affiliate.id], stageId: null });
          }}
        >
          {stage?.name ?? NOTHING}
        </button>
      ),
    },
    {
      id: 'stageTime',
      header: 'In stage',
      width: 84,
      align: 'end',
      sort: 'desc',
      extra: true,
      text: (row) => stageWords(row, today, format),
      file: (row) => stageDays(row, today, format.zone),
      cell: (row) => said(stageWords(row, today, format)),
    },
    text('kind', 'Kind', 96, ({ affiliate: { kind } }) => (kind === '' ? '' : KIND_WORDS[kind]), { edit: KIND_EDITOR }),
    text('tier', 'Tier', 72, ({ tier }) => (tier === '' ? '' : TIER_WORDS[tier]), { edit: TIER_EDITOR }),
    {
      id: 'tags',
      header: 'Tags',
      width: 124,
      grow: 220,
      sort: 'asc',
      text: ({ affiliate }) => affiliate.tags.join(', ') || NOTHING,
      cell: ({ affiliate }) =>
        affiliate.tags.length === 0 ? (
          NONE
        ) : (
          <span title={affiliate.tags.join(', ')}>
            {affiliate.tags.map((tag) => (
              <span key={tag} className="tag">
                {tag}
              </span>
            ))}
          </span>
        ),
      edit: tagsEditor(tags),
    },
    text('country', 'Country', 92, ({ affiliate }) => affiliate.country, { edit: textEditor('country') }),
    text('language', 'Language', 92, ({ affiliate }) => affiliate.language, { edit: textEditor('language') }),
    text('company', 'Company', 140, ({ affiliate }) => affiliate.company, { edit: textEditor('company') }),
    text('contact', 'Contact', 140, ({ affiliate }) => listed(affiliate.contacts.map(({ name }) => name))),
    text('email', 'E-mail', 190, ({ emails }) => emails.join(', '), { edit: EMAIL_EDITOR }),
    text('paymentEmail', 'Paid at', 180, ({ affiliate }) => affiliate.paymentEmail, { edit: PAYMENT_EDITOR }),
    text('sites', 'Sites', 180, ({ affiliate }) => affiliate.sites.join(', '), { edit: SITES_EDITOR }),
    {
      id: 'audience',
      header: 'Audience',
      width: 92,
      align: 'end',
      sort: 'desc',
      extra: true,
      text: ({ audience }) => (audience === null ? NOTHING : format.count(audience)),
      file: ({ audience }) => audience,
      cell: ({ audience }) => said(audience === null ? '' : format.count(audience)),
    },
    text('codes', 'Coupon codes', 130, ({ affiliate }) => affiliate.couponCodes.join(', '), { edit: CODES_EDITOR }),
    text('network', 'Network', 92, ({ accounts }) => listed(accounts.map(({ network }) => network)), { extra: false }),
    text('accounts', 'Accounts', 180, ({ accounts }) => accountsText(accounts)),
    day('joined', 'Joined'),
    day('contractEnd', 'Contract ends'),
    day('lastContact', 'Last contact'),
    {
      id: 'next',
      header: 'Next task',
      width: 180,
      sort: 'asc',
      extra: true,
      text: ({ next }) => (next === null ? NOTHING : nextWords(next, today, format)),
      cell: ({ next }) =>
        next === null ? (
          NONE
        ) : (
          <button
            type="button"
            className="link"
            tabIndex={-1}
            title={nextWords(next, today, format)}
            onClick={(event) => {
              event.stopPropagation();
              showTask(next.id);
            }}
          >
            {nextWords(next, today, format)}
          </button>
        ),
    },
    text('mail', 'May we mail', 96, ({ affiliate }) => CONSENT_WORDS[affiliate.privacy.mail], { edit: MAIL_EDITOR }),
    text('origin', 'Data from', 130, ({ affiliate }) => affiliate.privacy.origin),
    text('foundThrough', 'Found through', 120, ({ affiliate }) => affiliate.foundThrough, {
      edit: textEditor('foundThrough'),
    }),
    ...customFields.map((field) => customColumnOf(field, format, today)),
  ];
}

const NONE = <span className="faint">{NOTHING}</span>;

const said = (text: string): ReactNode => (text === '' || text === NOTHING ? NONE : <span title={text}>{text}</span>);

const listed = (texts: readonly string[]): string => [...new Set(texts)].filter((each) => each !== '').join(', ');

/** A column that is a text; '' where there is none. Hidden until she asks for it. */
function text(
  id: string,
  header: string,
  width: number,
  of: (row: AffiliateRow) => string,
  more: Partial<Pick<Column, 'edit' | 'extra'>> = {},
): Column {
  return {
    id,
    header,
    width,
    sort: 'asc',
    extra: true,
    text: (row) => of(row) || NOTHING,
    cell: (row) => said(of(row)),
    ...more,
  };
}

function customColumnOf(field: CustomField, format: Format, today: Day): Column {
  const words = ({ affiliate }: AffiliateRow): string => customWords(field, affiliate, format, today);
  return {
    id: customColumn(field),
    header: field.name,
    width: 120,
    sort: field.kind === 'number' || field.kind === 'date' ? 'desc' : 'asc',
    extra: true,
    ...(field.kind === 'number' || field.kind === 'date' ? { align: 'end' as const } : {}),
    text: words,
    file: ({ affiliate }) => affiliate.custom[field.id] ?? null,
    cell: (row) => said(words(row)),
    edit: customEditor(field),
  };
}

/** Days since they came into their stage; null if they are in none. */
function stageDays({ stage, affiliate: { standing } }: AffiliateRow, today: Day, zone: string): number | null {
  return stage && standing ? Math.max(0, daysBetween(dayOf(standing.since, zone), today)) : null;
}

function stageWords(row: AffiliateRow, today: Day, format: Format): string {
  const days = stageDays(row, today, format.zone);
  if (days === null) return NOTHING;
  return days === 1 ? '1 day' : `${format.count(days)} days`;
}

type Next = NonNullable<AffiliateRow['next']>;

const nextWords = ({ title, due }: Next, today: Day, format: Format): string =>
  due === null ? title : `${dueWords(due, today, format)}: ${title}`;
