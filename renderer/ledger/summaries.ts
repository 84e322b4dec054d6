import type { MetPartner, PartnerProposal } from '#shared/domain/affiliates/propose.ts';
import type { PlannedPerson } from '#shared/domain/imports/people-plan.ts';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { Changes } from '#shared/domain/ledger/changes.ts';
import type { ZoneClock } from '#shared/lib/zone.ts';
import type { BookPlan, ListPlan, Plan } from './plans.ts';
import type { PlanSummary } from './types.ts';

/*
 * What is said of a plan before it is applied, and what is remembered of it once it is.
 */

/** `met`: partners of the file whom nobody is linked to. */
export function bookSummary(
  planId: string,
  { recognition, settings, session, rejected, merged, skippedCount }: BookPlan,
  met: readonly MetPartner[],
  proposals: readonly PartnerProposal[],
  clock: ZoneClock,
): PlanSummary {
  const days = session.eventDays(clock);
  return {
    planId,
    recognition,
    settings,
    counts: session.counts,
    rows: { accepted: session.rows + merged, rejected, skipped: skippedCount, merged },
    newPartners: met.length,
    proposals,
    unknownWords: session.unknownWords,
    people: null,
    totals: session.totals,
    bytes: session.bytes,
    firstDay: days?.first ?? '',
    lastDay: days?.last ?? '',
  };
}

/** What a person takes when stored, about. */
const PERSON_BYTES = 2_000;

export function listSummary(
  planId: string,
  { recognition, settings, plan, drafts, rejected, skippedCount }: ListPlan,
): PlanSummary {
  const count = (kind: PlannedPerson['kind']): number => plan.people.filter((person) => person.kind === kind).length;
  return {
    planId,
    recognition,
    settings,
    counts: plan.counts,
    rows: { accepted: drafts.length, rejected, skipped: skippedCount, merged: 0 },
    newPartners: 0,
    proposals: [],
    unknownWords: [],
    people: { new: count('new'), changed: count('changed'), same: count('same'), ask: count('ask') },
    totals: [],
    bytes: plan.people.length * PERSON_BYTES,
    firstDay: '',
    lastDay: '',
  };
}

export const bookRecord = (planId: string, plan: BookPlan, { effect }: Changes, now: number): ImportRecord => ({
  ...recordOf(planId, plan, plan.session.identity.sequence, now),
  rows: { accepted: plan.session.rows + plan.merged, rejected: plan.rejected, skipped: plan.skippedCount },
  counts: plan.session.counts,
  effect: { totals: effect },
});

export const listRecord = (planId: string, plan: ListPlan, now: number): ImportRecord => ({
  ...recordOf(planId, plan, plan.sequence, now),
  rows: { accepted: plan.drafts.length, rejected: plan.rejected, skipped: plan.skippedCount },
  counts: plan.plan.counts,
  effect: { totals: [] },
});

function recordOf(id: string, { file, recognition, settings }: Plan, sequence: number, now: number) {
  return {
    id,
    sequence,
    fileName: file.name,
    fileSize: file.size,
    profileId: recognition.profileId,
    profileName: recognition.profileName,
    network: recognition.network,
    kind: recognition.kind,
    dialect: recognition.dialect,
    settings,
    newAffiliateIds: [],
    appliedAt: now,
    undoneAt: null,
    sample: file.sample ?? false,
  };
}
