import { useLiveQuery } from 'dexie-react-hooks';
import { Route } from 'lucide-react';
import { useMemo, useState } from 'react';
import { stageActivities } from '#renderer/db/pipeline.ts';
import { goTo } from '#renderer/session/navigation.ts';
import { useFormat, usePeriod } from '#renderer/session/use-period.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/Parts.tsx';
import type { Directory } from '#shared/domain/metrics/by-affiliate.ts';
import { allMoves, sourceRates, stageRates, type Rate, type Span } from '#shared/domain/pipeline/conversion.ts';
import { DAY_MS, dayToNumber, type Period } from '#shared/lib/day.ts';
import { NOTHING, type Format } from '#shared/lib/format.ts';
import { zoneClock } from '#shared/lib/zone.ts';
import { CameList, type Shown } from './CameList.tsx';
import './conversion.css';

/** How many of those who came to a stage went on from it, and which source brings partners. */
export function Conversion({ directory }: { readonly directory: Directory }) {
  const stages = usePreferences((state) => state.stages);
  const activities = useLiveQuery(stageActivities);
  const { period } = usePeriod();
  const format = useFormat();
  const [shown, setShown] = useState<Shown | null>(null);
  const moves = useMemo(() => activities && allMoves(activities, directory.affiliates), [activities, directory]);
  const rates = useMemo(() => {
    const span = spanOf(period, format.zone);
    const sourceOf = (id: string): string => directory.byId(id)?.foundThrough ?? '';
    return moves && { stages: stageRates(moves, stages, span), sources: sourceRates(moves, stages, span, sourceOf) };
  }, [moves, stages, period, format.zone, directory]);
  if (!moves || !rates) return null;
  if (moves.length === 0) {
    return (
      <EmptyState
        icon={<Route size={28} aria-hidden="true" />}
        action={<Button onClick={() => goTo({ screen: 'pipeline', view: 'board' })}>Show the board</Button>}
      >
        Once somebody has moved on the board, you see here how many get from stage to stage, how long it takes, and
        which source brings partners.
      </EmptyState>
    );
  }
  return (
    <div className="beside">
      <div className="conversion" tabIndex={0} role="group" aria-label="Conversion">
        <RateTable
          title="From stage to stage"
          about={`Of those who came to a stage ${period ? 'in the period' : 'at any time'}, how many have come to a later one since.`}
          name="Stage"
          on="Went on"
          waits="Still there"
          rows={rates.stages.map((rate) => ({ key: rate.stage.id, name: rate.stage.name, rate }))}
          format={format}
          onShow={setShown}
        />
        <RateTable
          title="By source"
          about={`Of those who were put on the board to be won ${period ? 'in the period' : 'at any time'}, how many have become partners since.`}
          name="Found through"
          on="Became partners"
          waits="Still open"
          rows={rates.sources.map((rate) => ({ key: rate.source, name: rate.source || 'Not said', rate }))}
          format={format}
          onShow={setShown}
        />
      </div>
      {shown && <CameList shown={shown} directory={directory} onClose={() => setShown(null)} />}
    </div>
  );
}

/** The instants of a period in a zone. */
function spanOf(period: Period | null, zone: string): Span {
  const start = (day: Period['from']): number => zoneClock(zone).fromWall(dayToNumber(day) * DAY_MS);
  return period && { from: start(period.from), to: start(period.to) };
}

interface TableProps {
  readonly title: string;
  readonly about: string;
  readonly name: string;
  readonly on: string;
  readonly waits: string;
  readonly rows: readonly { readonly key: string; readonly name: string; readonly rate: Rate }[];
  readonly format: Format;
  readonly onShow: (shown: Shown) => void;
}

function RateTable({ title, about, name, on, waits, rows, format, onShow }: TableProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p className="faint">{about}</p>
      <table className="conversion-table">
        <thead>
          <tr>
            <th scope="col">{name}</th>
            {['Came', on, 'Share', 'Median days', 'Lost', waits].map((head) => (
              <th key={head} scope="col" className="figures">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name: row, rate }) => {
            const { came } = rate;
            const count = (words: string, of: Rate['came']) => (
              <Count format={format} label={`${row}: ${words}`} came={of} onShow={onShow} />
            );
            const became = (kind: Rate['came'][number]['became']): Rate['came'] =>
              came.filter((each) => each.became === kind);
            const ends = rate.share === null && came.length > 0;
            return (
              <tr key={key}>
                <th scope="row">{row}</th>
                <td className="figures">{count('came', came)}</td>
                <td className="figures">{ends ? NOTHING : count(on.toLowerCase(), became('on'))}</td>
                <td className="figures">
                  {rate.share !== null && (
                    <meter className="conversion-bar" aria-hidden="true" min={0} max={1} value={rate.share} />
                  )}
                  {format.percent(rate.share)}
                </td>
                <td className="figures">
                  {rate.medianDays === null ? NOTHING : format.count(Math.round(rate.medianDays * 10) / 10)}
                </td>
                <td className="figures">{count('lost', became('lost'))}</td>
                <td className="figures">{count(waits.toLowerCase(), became('waits'))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

interface CountProps {
  readonly format: Format;
  readonly label: string;
  readonly came: Rate['came'];
  readonly onShow: (shown: Shown) => void;
}

/** A count that leads to who they are. */
function Count({ format, label, came, onShow }: CountProps) {
  if (came.length === 0) return <span className="faint">0</span>;
  return (
    <button
      type="button"
      className="link"
      aria-label={`${label}, ${came.length}`}
      onClick={() => onShow({ label, came })}
    >
      {format.count(came.length)}
    </button>
  );
}
