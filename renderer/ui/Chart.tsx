import {
  BarController,
  BarElement,
  CategoryScale,
  Chart as ChartJs,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartConfiguration,
} from 'chart.js';
import { useEffect, useRef, useState } from 'react';
import { directLabels, inkOf, reducedMotion } from './chart-look.ts';
import { Button } from './Button.tsx';
import './chart.css';

ChartJs.register(
  BarController,
  BarElement,
  LineController,
  LineElement,
  PointElement,
  CategoryScale,
  LinearScale,
  Tooltip,
);

/** Points that still move when a chart is drawn anew. */
const MOST_MOVED = 200;

export interface ChartSeries {
  readonly name: string;
  /** One per label, in whole units: drawing may round, the table twin shows `texts`. */
  readonly values: readonly number[];
  readonly texts: readonly string[];
}

interface Props {
  readonly kind: 'line' | 'bar';
  /** What it shows, in a sentence: its accessible name. */
  readonly label: string;
  /** What the labels are ("Day"). */
  readonly axis: string;
  readonly labels: readonly string[];
  /** The same as they stand in the table twin and on hover. */
  readonly fullLabels: readonly string[];
  readonly series: readonly ChartSeries[];
  /** A value of the vertical axis, short. */
  readonly tick: (value: number) => string;
  /** A click on the figures of one label. */
  readonly onPick?: (index: number) => void;
  /** Another theme is another drawing. */
  readonly dark: boolean;
  readonly height: number;
}

/** A line or bars from zero, and the same as a table for who reads or listens. */
export function Chart(props: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [asTable, setAsTable] = useState(false);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const { kind, labels, series, dark } = props;

  useEffect(() => {
    if (asTable || !canvas.current) return;
    const chart = new ChartJs(
      canvas.current,
      configuration(canvas.current, () => latest.current),
    );
    return () => chart.destroy();
    // Drawn anew when what it shows changes; how it is written is read when it is drawn.
  }, [asTable, kind, labels, series, dark]);

  return (
    <figure className="chart">
      {asTable ? (
        <ChartTable {...props} />
      ) : (
        <div className="chart-canvas" style={{ height: props.height }}>
          <canvas ref={canvas} role="img" aria-label={props.label} />
        </div>
      )}
      <figcaption>
        <Button kind="quiet" size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show as chart' : 'Show as table'}
        </Button>
      </figcaption>
    </figure>
  );
}

function ChartTable({ label, axis, fullLabels, series, onPick, height }: Props) {
  return (
    <div className="chart-table" style={{ maxHeight: height }} tabIndex={0} role="group" aria-label={label}>
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{axis}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col" className="figures">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fullLabels.map((name, index) => (
            <tr key={name}>
              <th scope="row">
                {onPick ? (
                  <button type="button" className="link" onClick={() => onPick(index)}>
                    {name}
                  </button>
                ) : (
                  name
                )}
              </th>
              {series.map(({ name: key, texts }) => (
                <td key={key} className="figures">
                  {texts[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function configuration(
  canvas: HTMLCanvasElement,
  props: () => Props,
): ChartConfiguration<'line' | 'bar', number[], string> {
  const { kind, labels, series } = props();
  const ink = inkOf(canvas);
  return {
    type: kind,
    data: {
      labels: [...labels],
      datasets: series.map(({ name, values }, index) => ({
        label: name,
        data: [...values],
        borderColor: ink.series(index),
        backgroundColor: ink.series(index),
        borderWidth: kind === 'bar' ? 0 : values.length > 200 ? 1 : 2,
        pointRadius: values.length === 1 ? 3 : 0,
        pointHoverRadius: 4,
        pointHitRadius: 12,
        tension: 0,
        maxBarThickness: 28,
      })),
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      // Every point is an animation of its own: with two years of days they take longer to prepare than to draw.
      animation: reducedMotion() || labels.length > MOST_MOVED ? false : { duration: 140 },
      interaction: { mode: 'index', intersect: false },
      onClick: (_event, elements) => {
        const index = elements[0]?.index;
        if (index !== undefined) props().onPick?.(index);
      },
      layout: { padding: { right: kind === 'line' ? 92 : 0, top: 8 } },
      scales: {
        x: {
          grid: { display: false },
          border: { color: ink.grid },
          ticks: { color: ink.faint, font: ink.font, maxRotation: 0, autoSkipPadding: 24 },
        },
        y: {
          beginAtZero: true,
          border: { display: false },
          grid: { color: ink.grid },
          ticks: {
            color: ink.faint,
            font: ink.font,
            maxTicksLimit: 6,
            callback: (value) => props().tick(Number(value)),
          },
        },
      },
      plugins: {
        tooltip: {
          backgroundColor: ink.floatGround,
          titleColor: ink.ink,
          bodyColor: ink.ink,
          borderColor: ink.grid,
          borderWidth: 1,
          padding: 10,
          titleFont: { ...ink.font, weight: 600 },
          bodyFont: ink.font,
          boxWidth: 8,
          boxHeight: 8,
          callbacks: {
            title: (items) => props().fullLabels[items[0]?.dataIndex ?? 0] ?? '',
            label: (item) =>
              ` ${item.dataset.label}: ${props().series[item.datasetIndex]?.texts[item.dataIndex] ?? ''}`,
          },
        },
      },
    },
    plugins: kind === 'line' ? [directLabels(ink)] : [],
  };
}
