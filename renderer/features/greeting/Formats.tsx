interface Format {
  readonly name: string;
  readonly reads: string;
  readonly where: string;
}

/**
 * What can be read, in her words, and where her network has it. Impact: help.impact.com, "Advanced Action Listing Report".
 * Partnerize: its Exports API, which has conversions and conversion items.
 */
const FORMATS: readonly Format[] = [
  {
    name: 'Impact: Advanced Action Listing',
    reads: 'CSV. Its program and currency are asked once.',
    where: 'In impact.com: Reports, More Reports, search for “Advanced Action Listing”, then Download as CSV.',
  },
  {
    name: 'Partnerize: conversions',
    reads: 'CSV with commas, tabs or pipes, in UTF-8 or UTF-16.',
    where: 'In Partnerize: an export of conversions (conversion.csv). Not of conversion items, which repeat an order.',
  },
  {
    name: 'Affiliate Desk: transactions',
    reads: 'The CSV that this program writes.',
    where: 'In Affiliate Desk, on any computer: Transactions, Export CSV.',
  },
];

/** The exports that can be read, and where to find them. */
export function Formats({ id }: { readonly id: string }) {
  return (
    <section id={id} className="formats" aria-label="What can be imported">
      <dl>
        {FORMATS.map(({ name, reads, where }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {reads}
              <span>{where}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="faint">
        Excel workbooks and other networks’ exports are not read. Save a workbook as CSV first; a file that is none of
        these is left alone and you are told why.
      </p>
    </section>
  );
}
