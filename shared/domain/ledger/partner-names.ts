import { entryText, textAt, type Block } from './columns.ts';
import type { PartnerKey } from './query.ts';

/** The partners of the rows of a file and the last name each has there. */
export class PartnerNames {
  readonly #partners = new Map<string, Map<string, string>>();

  addBlock(block: Block): void {
    const { network, partnerId, partnerName } = block.text;
    // The rows of one pair of entries need looking at once: the last of them with a name is found from the end.
    const seen = new Map<number, string>();
    for (let row = block.rows - 1; row >= 0; row--) {
      const pair = (network.entry[row] as number) * partnerId.entries + (partnerId.entry[row] as number);
      const name = seen.get(pair);
      if (name !== undefined && name !== '') continue;
      seen.set(pair, textAt(partnerName, row));
    }
    for (const [pair, name] of seen) {
      const id = entryText(partnerId, pair % partnerId.entries);
      if (id === '') continue;
      const networkName = entryText(network, Math.floor(pair / partnerId.entries));
      let partners = this.#partners.get(networkName);
      if (!partners) this.#partners.set(networkName, (partners = new Map()));
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
