import { PROFILES } from '#shared/domain/imports/profiles/index.ts';

/** Sources by name, each with the exports of it that are known; what comes from no network stands under what it is. */
const SOURCES: readonly (readonly [string, readonly string[]])[] = [
  ...Map.groupBy(PROFILES, ({ network, kind, id }) => {
    if (network !== '') return network;
    return id.startsWith('affiliate-desk') ? 'Affiliate Desk' : kind === 'people' ? 'Contacts' : 'Others';
  }),
]
  .map(([source, profiles]) => [source, profiles.map(({ name }) => name)] as const)
  .sort(([a], [b]) => a.localeCompare(b));

/** What can be read without being told what its columns are. */
export function Formats({ id }: { readonly id: string }) {
  return (
    <section id={id} className="formats" aria-label="What can be imported">
      <dl>
        {SOURCES.map(([source, names]) => (
          <div key={source}>
            <dt>{source}</dt>
            <dd>{names.join(' · ')}</dd>
          </div>
        ))}
      </dl>
      <p className="faint">
        As CSV or any other table of text, as an Excel workbook, or packed as gz or zip. Any other table is read once
        you have said what its columns are.
      </p>
    </section>
  );
}
