import { useMemo } from 'react';
import type { Choice, LedgerClient } from '#renderer/ledger/types.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { Select } from '#renderer/ui/Select.tsx';
import type { TableColumn } from '#renderer/ui/data-table-parts.ts';
import type { Candidate, PartnerProposal } from '#shared/domain/affiliates/propose.ts';
import type { PlannedPerson } from '#shared/domain/imports/people-plan.ts';
import { PreviewTable } from './PreviewTables.tsx';
import { useLoaded } from '#renderer/session/use-loaded.ts';
import { chosenFor } from './wizard.ts';
import { choosePerson } from './wizard-steps.ts';

const BECAUSE: Readonly<Record<Candidate['because'], string>> = { email: 'same e-mail', domain: 'same site' };

interface WhoProps {
  readonly name: string;
  readonly candidates: readonly Candidate[];
  /** With nobody chosen yet. */
  readonly whom: Choice;
  readonly choices: readonly Choice[];
  readonly disabled: boolean;
}

/** Whom somebody is: one of those they may be, or somebody new. */
function Who({ name, candidates, whom, choices, disabled }: WhoProps) {
  return (
    <Select
      label={`Who ${name} is`}
      disabled={disabled}
      choices={[
        { value: 'new', label: 'A new affiliate' },
        ...candidates.map(({ affiliateId, name: known, because }) => ({
          value: affiliateId,
          label: `${known}, ${BECAUSE[because]}`,
        })),
      ]}
      value={chosenFor(choices, whom) ?? 'new'}
      onChange={(chosen) => choosePerson({ ...whom, affiliateId: chosen === 'new' ? null : chosen })}
    />
  );
}

/** Partner ids that may belong to affiliates she has already. */
export function Partners(props: {
  readonly proposals: readonly PartnerProposal[];
  readonly choices: readonly Choice[];
  readonly disabled: boolean;
}) {
  return (
    <div className="import-partners" role="region" aria-label="Partners" tabIndex={0}>
      <p className="faint">These partner ids are new, and their e-mail or site is one that you know. Whose are they?</p>
      <ul>
        {props.proposals.map(({ partner, candidates }) => {
          const { network, partnerId, name, email, site } = partner;
          const whom = { network, partnerId, affiliateId: null };
          return (
            <li key={`${network} ${partnerId}`}>
              <span className="import-partner">
                <strong>{name || partnerId}</strong>
                <span className="faint">
                  {[network, partnerId, email, site].filter((part) => part !== '').join(' · ')}
                </span>
              </span>
              <Who
                {...{ candidates, whom, choices: props.choices, disabled: props.disabled }}
                name={name || partnerId}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface PeopleProps {
  readonly ledger: LedgerClient;
  readonly planId: string;
  readonly kind: PlannedPerson['kind'];
  readonly choices: readonly Choice[];
  readonly disabled: boolean;
}

/** People of a list who may be several of those she knows: new ones unless she chooses. The first two hundred. */
export function PeopleToAsk({ ledger, planId, choices, disabled }: Omit<PeopleProps, 'kind'>) {
  const { value } = useLoaded(`${planId} ask`, () => ledger.plannedPeople(planId, 'ask', { offset: 0, limit: 200 }));
  return (
    <div className="import-partners" role="region" aria-label="People to choose" tabIndex={0}>
      <p className="faint">
        Each of them may be one of several affiliates that you know. They become new ones unless you choose.
      </p>
      <ul>
        {(value?.rows ?? []).map(({ name, draft, candidates }) => {
          const line = draft.lines[0] ?? 0;
          return (
            <li key={line}>
              <span className="import-partner">
                <strong>{name}</strong>
                <span className="faint">{`line ${line}${emailsOf(draft)}`}</span>
              </span>
              <Who {...{ name, candidates, choices, disabled }} whom={{ line, affiliateId: null }} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const emailsOf = ({ contacts }: PlannedPerson['draft']): string =>
  contacts
    .filter(({ email }) => email !== '')
    .map(({ email }) => ` · ${email}`)
    .join('');

/** People of a list by what would become of them, and what it would change of each. */
export function PeopleTable({ ledger, planId, kind }: Pick<PeopleProps, 'ledger' | 'planId' | 'kind'>) {
  const format = useFormat();
  const columns = useMemo(
    (): readonly TableColumn<PlannedPerson>[] => [
      {
        id: 'line',
        header: 'Line',
        width: 72,
        align: 'end',
        cell: ({ draft }) => <span className="faint">{format.count(draft.lines[0] ?? 0)}</span>,
      },
      { id: 'name', header: 'Name', width: 200, cell: ({ name }) => <span title={name}>{name}</span> },
      {
        id: 'email',
        header: 'E-mail',
        width: 210,
        cell: ({ draft }) => draft.contacts.find(({ email }) => email !== '')?.email ?? '–',
      },
      {
        id: 'accounts',
        header: 'Partner id',
        width: 160,
        cell: ({ draft }) =>
          draft.accounts.map(({ network, partnerId }) => `${network} ${partnerId}`).join(', ') || '–',
      },
      {
        id: 'changes',
        header: kind === 'changed' ? 'What changes' : 'What it brings',
        width: 320,
        grow: 900,
        cell: ({ differences }) => <Differences {...{ differences }} />,
      },
    ],
    [format, kind],
  );
  return (
    <PreviewTable<PlannedPerson>
      name={`${planId} people ${kind}`}
      label="People to check"
      columns={columns}
      rowHeight={46}
      read={(offset, limit) => ledger.plannedPeople(planId, kind, { offset, limit })}
      none={NONE[kind]}
    />
  );
}

const NONE: Readonly<Record<PlannedPerson['kind'], string>> = {
  new: 'Nobody of this list is new.',
  changed: 'The list says nothing else of anybody you know.',
  same: 'Nobody of this list is known just so.',
  ask: 'Nobody of this list may be several.',
};

function Differences({ differences }: Pick<PlannedPerson, 'differences'>) {
  const words = differences.map(({ what, before, after, kept }) =>
    kept
      ? `${what} stays ${before}, not ${after}`
      : before === ''
        ? `${what} ${after}`
        : `${what} ${before} → ${after}`,
  );
  const text = words.join(' · ');
  return (
    <span className="reason" title={text}>
      {text || '–'}
    </span>
  );
}
