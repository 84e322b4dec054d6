import { useMemo } from 'react';
import { MICROS_PER_UNIT } from '#shared/lib/money.ts';
import type { Day } from '#shared/lib/day.ts';
import type { Format } from '#shared/lib/format.ts';
import { Chart } from './Chart.tsx';

interface Props {
  readonly label: string;
  readonly days: readonly Day[];
  readonly lines: readonly { readonly name: string; readonly micros: readonly bigint[] }[];
  readonly currency: string;
  readonly format: Format;
  readonly today: Day;
  readonly dark: boolean;
  readonly height: number;
  readonly onPick: (day: Day) => void;
}

/** Amounts of one currency, a point a day. */
export function TrendChart({ label, days, lines, currency, format, today, dark, height, onPick }: Props) {
  const labels = useMemo(() => days.map((day) => format.dayShort(day)), [days, format]);
  const fullLabels = useMemo(() => days.map((day) => format.day(day, today)), [days, format, today]);
  const series = useMemo(
    () =>
      lines.map(({ name, micros }) => ({
        name,
        values: micros.map((each) => Number(each) / MICROS_PER_UNIT),
        texts: micros.map((each) => format.money(each, currency)),
      })),
    [lines, currency, format],
  );
  return (
    <Chart
      kind="line"
      label={label}
      axis="Day"
      labels={labels}
      fullLabels={fullLabels}
      series={series}
      tick={(value) => format.moneyShort(BigInt(Math.round(value * MICROS_PER_UNIT)), currency)}
      dark={dark}
      height={height}
      onPick={(index) => {
        const day = days[index];
        if (day) onPick(day);
      }}
    />
  );
}
