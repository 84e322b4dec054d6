import { entryText, textAt, type Block } from './columns.ts';
import type { TextField } from './fields.ts';
import type { PartnerKey } from './query.ts';

/** Pairs of network and partner id in a block that are kept track of in an array. */
const TABLE_LIMIT = 1 << 18;

/** A partner as the rows of a file tell of them. '' for what they do not say. */
export interface MetPartner extends PartnerKey {
  readonly name: string;
  readonly email: string;
  /** Address of a site, with or without a scheme. */
  readonly site: string;
}

type Detail = Exclude<keyof MetPartner, keyof PartnerKey>;

const COLUMNS: Readonly<Record<Detail, TextField>> = {
  name: 'partnerName',
  email: 'partnerEmail',
  site: 'partnerSite',
};

/** The partners of the rows of a file, each with the last name, e-mail and site that it has there. */
export class PartnerNames {
  readonly #partners = new Map<string, Map<string, MetPartner>>();

  addBlock(block: Block): void {
    for (const detail of ['name', 'email', 'site'] as const) {
      // The first round finds all partners; a column without text has nothing to add to them.
      if (detail === 'name' || block.text[COLUMNS[detail]].text !== '') this.#addDetail(block, detail);
    }
  }

  #addDetail(block: Block, detail: Detail): void {
    const { network, partnerId } = block.text;
    const view = block.text[COLUMNS[detail]];
    // By pair of entries: whether it is known yet. From the end, since the last one counts.
    const known = new Uint8Array(Math.min(network.entries * partnerId.entries, TABLE_LIMIT));
    const seen = new Map<number, string>();
    for (let row = block.rows - 1; row >= 0; row--) {
      const pair = (network.entry[row] as number) * partnerId.entries + (partnerId.entry[row] as number);
      if (known[pair] === 1) continue;
      const value = textAt(view, row);
      if (value !== '' && pair < known.length) known[pair] = 1;
      if (!seen.get(pair)) seen.set(pair, value);
    }
    for (const [pair, value] of seen) {
      const id = entryText(partnerId, pair % partnerId.entries);
      if (id === '') continue;
      const networkName = entryText(network, Math.floor(pair / partnerId.entries));
      let partners = this.#partners.get(networkName);
      if (!partners) this.#partners.set(networkName, (partners = new Map<string, MetPartner>()));
      const before = partners.get(id) ?? { network: networkName, partnerId: id, name: '', email: '', site: '' };
      partners.set(id, value === '' ? before : { ...before, [detail]: value });
    }
  }

  /** By network and partner id. */
  result(): MetPartner[] {
    return [...this.#partners.keys()].sort().flatMap((network) => {
      const partners = this.#partners.get(network) as Map<string, MetPartner>;
      return [...partners.keys()].sort().map((partnerId) => partners.get(partnerId) as MetPartner);
    });
  }
}
