import { Download, Link, List, Mail, SquareCheck } from 'lucide-react';
import { useMemo } from 'react';
import { openDoor } from '#renderer/session/doors.ts';
import { goTo, showAffiliate } from '#renderer/session/navigation.ts';
import { openNewTask } from '#renderer/session/new-task.ts';
import { exportRows } from '#renderer/session/table-text.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { FieldIndex } from '#shared/domain/segments/evaluate.ts';
import type { SegmentFacts } from '#shared/domain/segments/facts.ts';
import type { SavedSegment } from '#shared/domain/segments/segment.ts';
import { valueCell, valueText } from '#shared/domain/segments/values.ts';
import { spanWords, type Saying } from '#shared/domain/segments/words.ts';
import type { LiveSegments } from './use-segments.ts';

/** The rest is in the list. */
const SHOWN = 25;
/** Columns beside the name: more do not fit. */
const COLUMNS = 5;

interface Props {
  readonly segment: SavedSegment;
  readonly segments: LiveSegments;
  readonly saying: Saying;
}

/** Who is in a segment, with what its rules look at, and what can be done with them. */
export function Members({ segment, segments, saying }: Props) {
  const { facts, fields } = segments;
  const members = segments.members(segment.id);
  const people = useMemo(
    () =>
      facts && members
        ? facts.affiliates
            .filter(({ id }) => members.has(id))
            .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
        : null,
    [facts, members],
  );
  if (!facts || !people) return null;
  const columns = columnsOf(segment, fields, facts, saying);
  const ids = people.map(({ id }) => id);
  const none = people.length === 0;
  const act = (does: () => void) => ({ 'aria-disabled': none, onClick: () => none || does() });
  return (
    <section className="segment-members" aria-label="Who is in it">
      <div className="segment-acts">
        <Button
          size="small"
          icon={<List size={14} aria-hidden="true" />}
          {...act(() => goTo({ screen: 'affiliates', segmentId: segment.id }))}
        >
          Show in the list
        </Button>
        <Button
          size="small"
          icon={<Mail size={14} aria-hidden="true" />}
          {...act(() => openDoor({ kind: 'compose', affiliateIds: ids, templateId: null }))}
        >
          Write to them
        </Button>
        <Button size="small" icon={<SquareCheck size={14} aria-hidden="true" />} {...act(() => openNewTask(ids))}>
          New task for each
        </Button>
        <Button
          size="small"
          icon={<Link size={14} aria-hidden="true" />}
          {...act(() => openDoor({ kind: 'links', affiliateIds: ids }))}
        >
          Links
        </Button>
        <Button
          size="small"
          icon={<Download size={14} aria-hidden="true" />}
          {...act(() => void exportRows(columns, people, `${segment.name}.csv`))}
        >
          Export CSV
        </Button>
      </div>
      {none ? (
        <p className="faint segment-nobody">Nobody meets the rules now.</p>
      ) : (
        <table className="segment-table">
          <thead>
            <tr>
              {columns.map(({ header, figure }) => (
                <th key={header} scope="col" data-figure={figure}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.slice(0, SHOWN).map((affiliate) => (
              <tr key={affiliate.id}>
                {columns.map(({ header, text, figure }, at) => (
                  <td key={header} data-figure={figure}>
                    {at === 0 ? (
                      <button type="button" className="segment-member" onClick={() => showAffiliate(affiliate.id)}>
                        {affiliate.name}
                      </button>
                    ) : (
                      text(affiliate)
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {people.length > SHOWN && (
        <p className="faint small segment-more">
          {`and ${saying.format.count(people.length - SHOWN)} more, all of them in the list`}
        </p>
      )}
    </section>
  );
}

/** The name, and what the rules look at: so that she sees why they are in it. */
function columnsOf({ rules }: SavedSegment, fields: FieldIndex, facts: SegmentFacts, saying: Saying) {
  const name = {
    header: 'Affiliate',
    figure: false,
    text: (affiliate: Affiliate) => affiliate.name,
    file: (affiliate: Affiliate) => affiliate.name as ReturnType<typeof valueCell>,
  };
  const columns = new Map([['Affiliate', name]]);
  for (const { field: id, days } of rules) {
    const field = fields.get(id);
    if (!field || id === 'name') continue;
    const isFigure = field.type === 'number' && field.figure !== null;
    const header = isFigure ? `${field.label} ${spanWords(days)}` : field.label;
    columns.set(header, {
      header,
      figure: field.type === 'number',
      text: (affiliate) => valueText(field, days, affiliate, facts, saying),
      file: (affiliate) => valueCell(field, days, affiliate, facts),
    });
  }
  return [...columns.values()].slice(0, COLUMNS + 1);
}
