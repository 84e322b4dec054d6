import type { Day } from '../../lib/day.ts';
import { makeFormat, NOTHING, type Format } from '../../lib/format.ts';
import { dayOf } from '../../lib/zone.ts';
import { change, type Figures } from '../metrics/figures.ts';
import { revenueChart } from './chart.ts';
import { markup, name, NO_HTML, text, type Html } from './html.ts';
import {
  isOverdue,
  mostReversed,
  movers,
  type AffiliateWeek,
  type Arrival,
  type CurrencyWeek,
  type OpenTask,
  type WeeklyReport,
} from './weekly.ts';
import { weeklyTitle } from './week.ts';
import { WEEKLY_CSS } from './weekly-css.ts';

/** Lines a list has on paper; the CSV has all of them. */
const TOP = 10;
const MOVERS = 5;
const REVERSED = 5;
const ARRIVALS = 12;
const TASKS = 12;

/** A share from which on it says nothing any more: eleven times as much. */
const MUCH = 10;

/** Nothing is fetched and nothing runs, whatever stands in the text: the page is finished as it is. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * The report as one page that needs nothing else: A4 when printed, with page numbers, no scripts, every text escaped.
 * @param locale BCP 47, for numbers and dates; the words are English.
 */
export function weeklyHtml(report: WeeklyReport, locale: string): string {
  const format = makeFormat(locale, report.zone);
  const { weeks, currencies, writtenAt, zone } = report;
  const today = dayOf(writtenAt, zone);
  const period = text(format.period(weeks.week));
  const before = text(format.period(weeks.before));
  const clock = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  const written = text(clock.format(writtenAt));
  const style = WEEKLY_CSS as Html;
  const title = weeklyTitle(report.segment);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY as Html}">
<title>${text(title)}, ${period}</title>
<style>${style}</style>
</head>
<body>
<header>
<div><h1>${text(title)}</h1><p class="week">${period}</p></div>
<p class="about">Compared with ${before}<br>Written ${written}<br>Days in ${text(zone)}</p>
</header>
${currencies.length === 0 ? nothing() : figuresOf(currencies, report, format)}
${comings(report, format)}
${tasks(report.tasks, format, today)}
${howToRead(report.segment)}
</body>
</html>
`;
}

const nothing = (): Html =>
  markup`<section><p class="summary">No transaction falls into this week or the one before it.</p></section>`;

function figuresOf(currencies: readonly CurrencyWeek[], report: WeeklyReport, format: Format): Html {
  const key = markup`<p class="key"><span><i class="now"></i>${text(format.period(report.weeks.week))}</span><span><i class="then"></i>${text(format.period(report.weeks.before))}</span></p>`;
  const whole = report.segment === '' ? 'whole program' : 'whole segment';
  const size = currencies.length === 1 ? { width: 520, height: 150 } : { width: 252, height: 112 };
  return markup`
<p class="summary">${currencies.map((each, index) => [index > 0 ? '<br>' : '', summary(each, format)].join('') as Html)}</p>
<section class="together"><h2>Totals</h2>${sideBySide(currencies, (each) => tiles(each, format))}</section>
<section class="together"><div class="title"><h2>Revenue by day</h2>${key}</div>${sideBySide(currencies, ({ currency, days }) => revenueChart(days, currency, format, size))}</section>
<section><h2>Top ${TOP} affiliates by revenue</h2>${sideBySide(currencies, (each) => top(each, currencies.length === 1, format))}</section>
<section><h2>Who moved the total</h2><p class="note">The largest differences in revenue against the week before</p>${sideBySide(currencies, (each) => moved(each, whole, format))}</section>
<section><h2>Reversals</h2><p class="note">Sales of this week that have been reversed so far</p>${sideBySide(currencies, (each) => reversals(each, whole, format))}</section>`;
}

/** Each currency for itself, two to a row, under its code where there are several. */
function sideBySide(currencies: readonly CurrencyWeek[], draw: (currency: CurrencyWeek) => Html): Html {
  const many = currencies.length > 1;
  const panels = currencies.map((each) => {
    const title = many ? markup`<p class="currency">${text(each.currency || 'No currency')}</p>` : NO_HTML;
    return markup`<div class="panel">${title}${draw(each)}</div>`;
  });
  return markup`<div class="columns${(many ? ' two' : '') as Html}">${panels}</div>`;
}

/** The week in one or two sentences. */
function summary(week: CurrencyWeek, format: Format): Html {
  const { currency, now, before } = week;
  const money = (micros: bigint): Html => amount(format.money(micros, currency));
  const share = change(now.revenue, before.revenue);
  const than =
    share === null
      ? 'after a week without any'
      : Math.abs(share) < 0.005
        ? 'about as much as the week before'
        : Math.abs(share) > MUCH
          ? `many times ${share > 0 ? 'more' : 'less'} than the week before`
          : `${format.change(Math.abs(share)).replace('+', '')} ${share > 0 ? 'more' : 'less'} than the week before`;
  const [up] = movers(week, 'up', 1);
  const [down] = movers(week, 'down', 1);
  const rise = up && markup`${named(up)} rose the most (${amount(`+${format.money(up.difference, currency)}`)})`;
  const fall = down && markup`${named(down)} fell the most (${money(down.difference)})`;
  const who = [rise, fall].filter((each) => each !== undefined).join(', ') as Html;
  return markup`Revenue was <b>${money(now.revenue)}</b>, ${text(than)}.${who === '' ? NO_HTML : markup` ${who}.`}`;
}

function tiles({ currency, now, before }: CurrencyWeek, format: Format): Html {
  const tile = (label: string, shown: string, moved: Html, was: string): Html =>
    markup`<div class="tile"><span>${text(label)}</span><b>${text(shown)}</b><span>${moved} from ${amount(was)}</span></div>`;
  const money = (label: string, of: (figures: Figures) => bigint | null, good: Good): Html => {
    const shown = [now, before].map((each) => {
      const micros = of(each);
      return micros === null ? NOTHING : format.money(micros, currency);
    });
    return tile(label, shown[0] ?? '', moving(change(of(now), of(before)), good, format), shown[1] ?? '');
  };
  const count = (label: string, of: (figures: Figures) => bigint | null): Html => {
    const shown = [now, before].map((each) => (of(each) === null ? NOTHING : format.count(of(each) ?? 0n)));
    return tile(label, shown[0] ?? '', moving(change(of(now), of(before)), 'more', format), shown[1] ?? '');
  };
  const clicked = now.clicks !== null || before.clicks !== null;
  const [rate, rateBefore] = [now.reversalRate, before.reversalRate];
  return markup`<div class="tiles">${[
    money('Revenue', (each) => each.revenue, 'more'),
    money('Commission', (each) => each.commission, 'neither'),
    count('Conversions', (each) => each.conversions),
    money('Average order value', (each) => each.aov, 'more'),
    money('Reversed sales', (each) => each.reversedSale, 'less'),
    tile('Reversal rate', format.percent(rate), points(rate, rateBefore, format), format.percent(rateBefore)),
    ...(clicked
      ? [
          count('Clicks', (each) => each.clicks),
          money('Earnings per click', (each) => each.epc, 'more'),
          money('With all pending approved', (each) => each.trackedEpc, 'more'),
        ]
      : []),
  ]}</div>`;
}

type Good = 'more' | 'less' | 'neither';

/** A share of shares moves by points, not by percent of itself. */
function points(now: number | null, before: number | null, format: Format): Html {
  if (now === null || before === null) return NO_HTML;
  const moved = Math.round((now - before) * 1000) / 10;
  const shown = new Intl.NumberFormat(format.locale, { signDisplay: 'exceptZero' }).format(moved).replace('-', '−');
  return colored(moved, 'less', `${shown} points`);
}

/** A signed share in the colour of what it means; nothing where there is none to tell, or none that says anything. */
const moving = (share: number | null, good: Good, format: Format): Html =>
  share === null || Math.abs(share) > MUCH
    ? NO_HTML
    : colored(Math.abs(share) < 0.005 ? 0 : share, good, format.change(share));

function colored(moved: number, good: Good, shown: string): Html {
  const better = good === 'more' ? moved > 0 : moved < 0;
  const look = good === 'neither' || moved === 0 ? 'faint' : better ? 'better' : 'worse';
  return markup`<em class="${look as Html}">${text(shown)}</em>`;
}

function top({ currency, now, affiliates }: CurrencyWeek, alone: boolean, format: Format): Html {
  const best = affiliates.filter((each) => each.now.conversions > 0n).slice(0, TOP);
  if (best.length === 0) return markup`<p class="faint">No conversion in this week.</p>`;
  const share = (part: bigint): Html =>
    text(now.revenue > 0n ? format.percent(Number(part) / Number(now.revenue)) : NOTHING);
  const money = (micros: bigint): Html => text(format.money(micros, currency));
  const rows = best.map((each, index) => {
    const against = moving(change(each.now.revenue, each.before.revenue), 'more', format);
    const moved = against === NO_HTML ? markup`<span class="faint">${text(NOTHING)}</span>` : against;
    const wide = alone
      ? markup`<td class="figure">${share(each.now.revenue)}</td><td class="figure">${money(each.now.commission)}</td>`
      : NO_HTML;
    return markup`<tr><td class="rank">${index + 1}</td><td class="who">${named(each)}</td><td class="figure">${money(each.now.revenue)}</td>${wide}<td class="figure">${text(format.count(each.now.conversions))}</td><td class="figure">${moved}</td></tr>`;
  });
  const head = alone
    ? markup`<thead><tr><th class="rank">#</th><th class="who">Affiliate</th><th class="figure">Revenue</th><th class="figure">Share</th><th class="figure">Commission</th><th class="figure">Conversions</th><th class="figure">Change</th></tr></thead>`
    : markup`<thead><tr><th class="rank">#</th><th class="who">Affiliate</th><th class="figure">Revenue</th><th class="figure">Conv.</th><th class="figure">Change</th></tr></thead>`;
  return markup`<table>${head}<tbody>${rows}</tbody></table>`;
}

function moved(week: CurrencyWeek, whole: string, format: Format): Html {
  const [up, down] = [movers(week, 'up', MOVERS), movers(week, 'down', MOVERS)];
  const total = week.now.revenue - week.before.revenue;
  const rest = [...up, ...down].reduce((sum, each) => sum - each.difference, total);
  const signed = (micros: bigint): Html => text(`${micros > 0n ? '+' : ''}${format.money(micros, week.currency)}`);
  const list = (title: string, rows: readonly AffiliateWeek[], none: string): Html => {
    const lines = rows.map(
      (each) =>
        markup`<tr><td class="who">${named(each)}</td><td class="figure faint">${text(format.money(each.before.revenue, week.currency))}</td><td class="figure">${signed(each.difference)}</td></tr>`,
    );
    const table = markup`<table><thead><tr><th class="who">Affiliate</th><th class="figure">Before</th><th class="figure">Difference</th></tr></thead><tbody>${lines}</tbody></table>`;
    return markup`<div><h3>${text(title)}</h3>${rows.length === 0 ? markup`<p class="faint">${text(none)}</p>` : table}</div>`;
  };
  return markup`<div class="pair">${list('Up', up, 'Nobody brought more than the week before.')}${list('Down', down, 'Nobody brought less than the week before.')}</div><p class="note" style="margin:2mm 0 0">All others ${signed(rest)}, the ${text(whole)} <b>${signed(total)}</b></p>`;
}

function reversals(week: CurrencyWeek, all: string, format: Format): Html {
  const rows = mostReversed(week, REVERSED);
  if (rows.length === 0) return markup`<p class="faint">Nothing of this week has been reversed.</p>`;
  const { currency, now } = week;
  const lines = rows.map(
    (each) =>
      markup`<tr><td class="who">${named(each)}</td><td class="figure">${text(format.count(each.now.reversed))}</td><td class="figure">${text(format.percent(each.now.reversalRate))}</td><td class="figure">${text(format.money(each.now.reversedSale, currency))}</td></tr>`,
  );
  const whole = markup`<tfoot><tr><td class="who">${text(capital(all))}</td><td class="figure">${text(format.count(now.reversed))}</td><td class="figure">${text(format.percent(now.reversalRate))}</td><td class="figure">${text(format.money(now.reversedSale, currency))}</td></tr></tfoot>`;
  return markup`<table><thead><tr><th class="who">Affiliate</th><th class="figure">Reversed</th><th class="figure">Rate</th><th class="figure">Sales</th></tr></thead><tbody>${lines}</tbody>${whole}</table>`;
}

function comings({ arrived, left, weeks }: WeeklyReport, format: Format): Html {
  const list = (title: string, people: readonly Arrival[], none: string, column: string): Html => {
    const rows = people.slice(0, ARRIVALS).map((each) => {
      const brought = each.revenue
        .map(({ currency, micros }) => amount(format.money(micros, currency)))
        .join('<br>') as Html;
      return markup`<tr><td class="who">${name(each.name)}</td><td class="figure">${brought}</td></tr>`;
    });
    const more = people.length - rows.length;
    const rest =
      more > 0
        ? markup`<tr class="rest"><td colspan="2">and ${text(format.count(more))} more, in the CSV file</td></tr>`
        : NO_HTML;
    const table = markup`<table><thead><tr><th class="who">Affiliate</th><th class="figure">${text(column)}</th></tr></thead><tbody>${rows}${rest}</tbody></table>`;
    return markup`<div><h3>${text(title)}</h3>${rows.length === 0 ? markup`<p class="faint">${text(none)}</p>` : table}</div>`;
  };
  const first =
    arrived === null
      ? markup`<div><h3>New</h3><p class="faint">Your imports hold nothing from before this week, so new affiliates cannot be told from the others.</p></div>`
      : list(
          `New: ${format.count(arrived.length)}`,
          arrived,
          'No affiliate had a first conversion in this week.',
          'Revenue this week',
        );
  const last = list(
    `Lost: ${format.count(left.length)}`,
    left,
    'No affiliate was lost with this week.',
    'Revenue that week',
  );
  return markup`<section class="together"><h2>New and lost affiliates</h2><p class="note">New: the first conversion ever falls into this week. Lost: the last one fell into ${text(format.period(weeks.quiet))}, four whole weeks without one since.</p><div class="pair">${first}${last}</div></section>`;
}

function tasks(open: readonly OpenTask[], format: Format, today: Day): Html {
  if (open.length === 0) return markup`<section><h2>Open tasks</h2><p class="faint">No task is open.</p></section>`;
  const rows = open.slice(0, TASKS).map((task) => {
    const due =
      task.due === null ? NOTHING : `${format.day(task.due.day, today)}${task.due.time ? `, ${task.due.time}` : ''}`;
    const late = isOverdue(task, today);
    return markup`<tr><td>${name(task.title)}</td><td>${task.affiliate === '' ? text(NOTHING) : name(task.affiliate)}</td><td class="${(late ? 'late' : '') as Html}">${text(due)}${late ? text(', overdue') : NO_HTML}</td></tr>`;
  });
  const more = open.length - rows.length;
  const rest =
    more > 0
      ? markup`<tr class="rest"><td colspan="3">and ${text(format.count(more))} more, in the CSV file</td></tr>`
      : NO_HTML;
  return markup`<section><h2>Open tasks</h2><p class="note">${text(format.count(open.length))} open when this was written</p><table class="even"><thead><tr><th>Task</th><th class="who">Affiliate</th><th>Due</th></tr></thead><tbody>${rows}${rest}</tbody></table></section>`;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const howToRead = (segment: string): Html => markup`<section class="together read">
${segment === '' ? NO_HTML : markup`<p><b>Which affiliates.</b> Those who were in the segment “${text(segment)}” when this was written; rows and tasks of others are left out.</p>`}
<p><b>Which transactions.</b> Those whose event date falls into the week, as the imported exports had them when this was written.</p>
<p><b>Revenue and conversions</b> count pending, approved, locked and paid transactions; what is reversed or has an unknown status is left out. <b>Average order value</b> is revenue per conversion. <b>Reversal rate</b> is reversed transactions of all with a known status; it still grows until the week is locked. A row that takes back a part of a transaction lowers revenue and counts as a reversal.</p>
<p><b>Earnings per click</b> is approved, locked and paid commission over all clicks of the week, where an import tells of clicks.</p>
<p><b>Currencies</b> stand beside each other and are never added.</p>
</section>`;

/** Transactions that name no affiliate are shown as such. */
const named = (each: AffiliateWeek): Html =>
  each.name === '' ? markup`<span class="faint">No affiliate named</span>` : name(each.name);

/** Kept on one line with its sign. */
const amount = (shown: string): Html => markup`<span class="amount">${text(shown)}</span>`;
