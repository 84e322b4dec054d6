import { allAffiliates, allLinks } from '#renderer/db/affiliates.ts';
import { aroundAll, segmentById } from '#renderer/db/saved-segments.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { makeDirectory } from '#shared/domain/metrics/by-affiliate.ts';
import { periodOf } from '#shared/domain/metrics/period.ts';
import { fieldIndex, membersOf, needsOf, ruleProblem } from '#shared/domain/segments/evaluate.ts';
import { usedWords } from '#shared/domain/segments/facts.ts';
import { segmentFields } from '#shared/domain/segments/fields.ts';
import type { SegmentMoment } from '#shared/domain/segments/segments.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { dayOf } from '#shared/lib/zone.ts';
import { ledgerFacts, mainCurrency } from './segment-facts.ts';

/**
 * Who is in a segment at an instant (epoch ms), without a screen that keeps it current. Codes: `segment-gone`; `segment-broken`,
 * where a rule cannot be asked, since then nobody would be in it by mistake.
 */
export async function segmentMembers(
  ledger: LedgerClient,
  segmentId: string,
  now: number,
): Promise<Result<SegmentMoment>> {
  const { zone, stages, customFields, tierBounds, currencies, period } = usePreferences.getState();
  const segment = await segmentById(segmentId);
  if (!segment) {
    return fail('segment-gone', 'Its segment has been deleted, so nothing was written. Choose another segment for it.');
  }
  const today = dayOf(now, zone);
  const [affiliates, links, around] = await Promise.all([allAffiliates(), allLinks(), aroundAll(today)]);
  const fields = fieldIndex(segmentFields({ stages, customFields, used: usedWords(affiliates, links) }));
  const cannotBeAsked = segment.rules.length === 0 || segment.rules.some((rule) => ruleProblem(rule, fields) !== null);
  if (cannotBeAsked) {
    return fail(
      'segment-broken',
      `The segment “${segment.name}” has a rule that cannot be used, so nothing was written. Put it right and run the report again.`,
    );
  }
  const directory = makeDirectory(affiliates, links);
  const needs = needsOf([segment], fields);
  const facts = await ledgerFacts(ledger, needs, {
    directory,
    today,
    zone,
    window: periodOf(period, today),
    currency: await mainCurrency(ledger, currencies),
  });
  const members = membersOf(segment, fields, { affiliates, around, today, zone, tierBounds, ...facts });
  return ok({ name: segment.name, members: members ?? new Set() });
}
