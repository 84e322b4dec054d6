import { entryText, textAt, type Block } from './columns.ts';
import type { PartnerKey } from './query.ts';

/** Pairs of network and partner id in a block that are kept track of in an array. */
const TABLE_LIMIT = 1 << 18;

/** The partners of the rows of a file and the last name each has there. */
export class PartnerNames {
  readonly #partners = new Map<string, Map<string, string>>();

  addBlock(block: Block): void {
    const { network, partnerId, partnerName } = block.text;
    // By pair of entries: whether it has a name yet. From the end, since the last name counts.
    const named = new Uint8Array(Math.min(network.entries * partnerId.entries, TABLE_LIMIT));
    const seen = new Map<number, string>();
    for (let row = block.rows - 1; row >= 0; row--) {
      const pair = (network.entry[row] as number) * partnerId.entries + (partnerId.entry[row] as number);
      if (named[pair] === 1) continue;
      const name = textAt(partnerName, row);
      if (name !== '' && pair < named.length) named[pair] = 1;
      if (!seen.get(pair)) seen.set(pair, name);
    }
    for (const [pair, name] of seen) {
      const id = entryText(partnerId, pair % partnerId.entries);
      if (id === '') continue;
      const networkName = entryText(network, Math.floor(pair / partnerId.entries));
      let partners = this.#partners.get(networkName);
      if (!partners) this.#partners.set(networkName, (partners = new Map<string, string>()));
      if (name !== '' || !partners.has(id)) partners.set(id, name);
    }
  }

  /** By network and partner id. */
  result(): (PartnerKey & { readonly name: string })[] {
    return [...this.#partners.keys()].sort().flatMap((network) => {
      const partners = this.#partners.get(network) as Map<string, string>;
      return [...partners.keys()]
        .sort()
        .map((partnerId) => ({ network, partnerId, name: partners.get(partnerId) as string }));
    });
  }
}
