/** The report's own look: A4, quiet, nothing that a printer without colour would lose. */
export const WEEKLY_CSS = `
@page {
  size: A4;
  margin: 16mm 16mm 18mm;
  @bottom-left { content: "Weekly performance"; font: 7.5pt Arial, sans-serif; color: #6a7476; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 7.5pt Arial, sans-serif; color: #6a7476; }
}
* { box-sizing: border-box; margin: 0; padding: 0; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body {
  max-width: 178mm;
  margin: 0 auto;
  background: #fff;
  color: #1b2224;
  font: 8.75pt/1.4 "Segoe UI", Inter, "Helvetica Neue", Arial, Cantarell, Ubuntu, Roboto, "Noto Sans", system-ui, sans-serif;
  font-variant-numeric: tabular-nums;
}
@media screen { body { padding: 16mm 0; } }
header { display: flex; justify-content: space-between; align-items: flex-end; gap: 8mm; padding-bottom: 4mm; border-bottom: 1.5pt solid #0b5f62; }
h1 { font-size: 20pt; line-height: 1.15; letter-spacing: -0.01em; font-weight: 600; }
.week { font-size: 11pt; margin-top: 1mm; color: #0b5f62; font-weight: 600; }
.about { text-align: right; color: #5c6668; font-size: 8pt; }
.summary { margin: 4mm 0 0; font-size: 10pt; line-height: 1.45; }
section { margin-top: 6mm; }
section.together, .panel, tr, .tile, .pair > div { break-inside: avoid; }
h2 { font-size: 11.5pt; font-weight: 600; line-height: 1.3; break-after: avoid; }
h2 + .note { break-after: avoid; }
h3 { font-size: 8.75pt; font-weight: 600; margin: 0 0 1mm; break-after: avoid; }
.note { color: #5c6668; font-size: 8pt; margin-bottom: 2mm; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 5mm 8mm; margin-top: 2mm; }
.columns.two { grid-template-columns: repeat(2, minmax(0, 1fr)); }
.pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 4mm 8mm; }
.two .pair { grid-template-columns: minmax(0, 1fr); }
.currency { font-size: 9pt; font-weight: 600; color: #0b5f62; margin-bottom: 1.5mm; break-after: avoid; }
.tiles { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); border: 0.75pt solid #dde2e3; border-radius: 2mm; }
.two .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); }
.tile { padding: 2.6mm 3.5mm; border-left: 0.75pt solid #dde2e3; border-top: 0.75pt solid #dde2e3; margin: -0.75pt 0 0 -0.75pt; overflow: hidden; }
.tile b { display: block; font-size: 14pt; line-height: 1.3; font-weight: 600; letter-spacing: -0.01em; white-space: nowrap; }
.two .tile b { font-size: 12pt; }
.tiles { overflow: hidden; }
.two .tile { padding: 1.5mm 3mm; }
.tile > span { display: block; color: #5c6668; font-size: 8pt; }
table { width: 100%; border-collapse: collapse; }
table.even { table-layout: fixed; }
.even th:first-child { width: 41%; }
.even th:last-child { width: 34%; }
th { font-size: 7.75pt; font-weight: 500; color: #5c6668; text-align: left; padding: 1mm 0 1mm 3.5mm; border-bottom: 0.75pt solid #c4cbcd; vertical-align: bottom; }
th, td { white-space: nowrap; }
td { padding: 1.05mm 0 1.05mm 3.5mm; border-bottom: 0.5pt solid #e8ecec; vertical-align: baseline; }
.who { width: 100%; max-width: 0; min-width: 12mm; }
.even .who { width: auto; max-width: none; }
.who, .even td { overflow: hidden; text-overflow: ellipsis; }
th:first-child, td:first-child { padding-left: 0; }
tr:last-child td { border-bottom-color: #c4cbcd; }
.figure { text-align: right; }
.rank { color: #5c6668; }
.rank + .who { padding-left: 2mm; }
.amount { white-space: nowrap; }
em { font-style: normal; }
.two td { padding-top: 0.8mm; padding-bottom: 0.8mm; }
tfoot td { font-weight: 600; border-bottom: 0; }
tr.rest td { color: #5c6668; }
.name { unicode-bidi: isolate; }
.faint, td.faint, em.faint { color: #5c6668; }
.better { color: #1c6b3c; }
.worse { color: #a8322a; }
.late { color: #a8322a; font-weight: 600; }
.chart { display: block; width: 100%; height: auto; overflow: visible; }
.chart text { font-size: 7.5px; fill: #5c6668; }
.chart .tick { text-anchor: end; }
.chart .day { text-anchor: middle; font-size: 8px; }
.chart .value { text-anchor: middle; fill: #1b2224; font-weight: 600; }
.chart .grid { stroke: #e8ecec; stroke-width: 0.75; }
.chart .zero { stroke: #8b9597; stroke-width: 0.75; }
.chart .now, .key .now { fill: #0b6e71; background: #0b6e71; }
.chart .then, .key .then { fill: #c6cfd0; background: #c6cfd0; }
.title { display: flex; justify-content: space-between; align-items: baseline; }
.key { display: flex; gap: 5mm; color: #5c6668; font-size: 8pt; }
.key i { display: inline-block; width: 2.4mm; height: 2.4mm; margin-right: 1.5mm; border-radius: 0.4mm; }
.read { color: #5c6668; font-size: 7.75pt; border-top: 0.75pt solid #dde2e3; padding-top: 2.5mm; }
.read p + p { margin-top: 1mm; }
.read b { color: #1b2224; font-weight: 600; }
`;
