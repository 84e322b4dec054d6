import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { allSegments, aroundAll } from '#renderer/db/saved-segments.ts';
import type { LedgerClient } from '#renderer/ledger/types.ts';
import { useLedgerVersion } from '#renderer/session/ledger-version.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useLoaded } from '#renderer/session/use-loaded.ts';
import { usePeriod, useToday } from '#renderer/session/use-period.ts';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { fieldIndex, membersOf, needsOf, type FieldIndex } from '#shared/domain/segments/evaluate.ts';
import { usedWords, type Around, type SegmentFacts } from '#shared/domain/segments/facts.ts';
import { segmentFields } from '#shared/domain/segments/fields.ts';
import type { SavedSegment } from '#shared/domain/segments/segment.ts';
import type { Segments } from '#shared/domain/segments/segments.ts';
import { ledgerFacts, mainCurrency } from './segment-facts.ts';

/** Segments with all they are made of, for the screen that edits them. */
export interface LiveSegments extends Segments {
  readonly fields: FieldIndex;
  /** null as long as they are gathered. */
  readonly facts: SegmentFacts | null;
  /** ISO 4217, that of the amounts; '' if there is none. */
  readonly currency: string;
}

const NONE: readonly SavedSegment[] = [];
const NOBODY: ReadonlyMap<string, Around> = new Map();

/** The saved segments and who is in them, kept current. The ledger is asked for what their rules need and for nothing else. */
export function useSegments(ledger: LedgerClient, directory: Directory | null): LiveSegments {
  const list = useLiveQuery(allSegments) ?? NONE;
  const today = useToday();
  const used = list.length > 0;
  const around = useLiveQuery(() => (used ? aroundAll(today) : NOBODY), [used, today]) ?? null;
  const fields = useFields(directory, around ?? NOBODY);
  const { figures, lastConversions, currency } = useLedgerFacts(ledger, directory, list, fields);
  const zone = usePreferences((state) => state.zone);
  const tierBounds = usePreferences((state) => state.tierBounds);
  return useMemo(() => {
    const facts = directory &&
      around &&
      figures && { affiliates: directory.affiliates, around, today, zone, tierBounds, figures, lastConversions };
    return { list, fields, facts, currency, members: membersIn(list, fields, facts) };
  }, [list, fields, directory, around, figures, lastConversions, currency, today, zone, tierBounds]);
}

/** Works out who is in a segment when it is first asked for. */
function membersIn(list: readonly SavedSegment[], fields: FieldIndex, facts: SegmentFacts | null): Segments['members'] {
  const known = new Map<string, ReadonlySet<string> | null>();
  return (segmentId) => {
    const there = known.get(segmentId);
    if (there !== undefined) return there;
    const segment = list.find(({ id }) => id === segmentId);
    const members = segment && facts ? membersOf(segment, fields, facts) : null;
    known.set(segmentId, members);
    return members;
  };
}

/** The fields there are, by id, with what can be chosen in them. */
function useFields(directory: Directory | null, around: ReadonlyMap<string, Around>): FieldIndex {
  const stages = usePreferences((state) => state.stages);
  const customFields = usePreferences((state) => state.customFields);
  return useMemo(() => {
    const accounts = [...around.values()].flatMap((each) => each.accounts);
    const used = usedWords(directory?.affiliates ?? [], accounts);
    return fieldIndex(segmentFields({ stages, customFields, used }));
  }, [directory, around, stages, customFields]);
}

function useLedgerFacts(
  ledger: LedgerClient,
  directory: Directory | null,
  list: readonly SavedSegment[],
  fields: FieldIndex,
) {
  const version = useLedgerVersion((state) => state.version);
  const preferred = usePreferences((state) => state.currencies);
  const zone = usePreferences((state) => state.zone);
  const today = useToday();
  const { period: window } = usePeriod();
  const currency = useLoaded(`${version} ${preferred[0] ?? ''}`, (signal) => mainCurrency(ledger, preferred, signal));
  const needs = useMemo(() => needsOf(list, fields), [list, fields]);
  // Who belongs to whom decides whose a row is.
  const partners = useMemo(
    () => directory && JSON.stringify(directory.affiliates.map(({ id }) => [id, directory.partnersOf(id)])),
    [directory],
  );
  const key = [version, zone, today, currency.value, partners, needs, needs.spans.some(hasNoDays) && window];
  const loaded = useLoaded(JSON.stringify(key), async (signal) => {
    if (!directory || currency.value === null) return null;
    const asked = { directory, today, zone, window, currency: currency.value };
    return ledgerFacts(ledger, needs, asked, signal);
  });
  return {
    figures: loaded.value?.figures ?? null,
    lastConversions: loaded.value?.lastConversions ?? null,
    currency: currency.value ?? '',
  };
}

const hasNoDays = ({ days }: { readonly days: number | null }): boolean => days === null;
