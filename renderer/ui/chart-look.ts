import type { Plugin } from 'chart.js';

/** The tokens as a canvas can take them. */
export interface ChartInk {
  readonly ink: string;
  readonly faint: string;
  readonly grid: string;
  readonly floatGround: string;
  readonly font: { readonly family: string; readonly size: number };
  series(index: number): string;
}

/** A canvas knows no custom properties: they are read where it stands, as the colours they come to. */
export function inkOf(element: HTMLElement): ChartInk {
  const style = getComputedStyle(element);
  // `light-dark()` is only worked out in a property that takes a colour, so each token is lent to one for a moment.
  const probe = document.createElement('span');
  element.parentElement?.append(probe);
  const token = (name: string): string => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const read = {
    ink: token('--ink'),
    faint: token('--ink-faint'),
    grid: token('--chart-grid'),
    floatGround: token('--ground-float'),
    lines: [1, 2, 3, 4].map((number) => token(`--chart-${number}`)),
  };
  probe.remove();
  return {
    ...read,
    font: { family: style.fontFamily, size: 11 },
    series: (index) => read.lines[index % read.lines.length] ?? read.ink,
  };
}

export const reducedMotion = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Writes each line's name at its end, in its colour, in place of a legend; names that would touch move apart. */
export function directLabels(ink: ChartInk): Plugin<'line' | 'bar'> {
  return {
    id: 'directLabels',
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart;
      const ends = chart.data.datasets
        .map((dataset, index) => {
          const end = chart.getDatasetMeta(index).data.at(-1);
          return { name: dataset.label ?? '', x: end?.x ?? 0, y: end?.y ?? 0, colour: ink.series(index) };
        })
        .sort((a, b) => a.y - b.y);
      ctx.save();
      ctx.font = `500 ${ink.font.size}px ${ink.font.family}`;
      ctx.textBaseline = 'middle';
      let free = chart.chartArea.top;
      for (const { name, x, y, colour } of ends) {
        const at = Math.max(y, free);
        ctx.fillStyle = colour;
        ctx.fillText(name, x + 8, at);
        free = at + LINE;
      }
      ctx.restore();
    },
  };
}

const LINE = 14;
