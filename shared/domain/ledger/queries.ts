import type { ZoneClock } from '../../lib/zone.ts';
import type { Group, GroupQuery, Listed, ListedTransaction, ListQuery, PartnerKey } from './query.ts';
import type { Steps } from './steps.ts';
import type { Loaded, Store } from './store.ts';

/** Answers about live rows, and what is kept ready for them. */
export class Queries {
  readonly #store: Store;

  constructor(store: Store, _version: () => number) {
    this.#store = store;
  }

  reset(): void {}

  change(work: () => Loaded[]): void {
    this.#store.freeSlots(work());
  }

  // eslint-disable-next-line require-yield
  *groups(_query: GroupQuery, _clock: ZoneClock): Steps<Listed<Group>> {
    throw new Error('coming');
  }

  // eslint-disable-next-line require-yield
  *scanGroups(_query: GroupQuery, _clock: ZoneClock): Steps<Listed<Group>> {
    throw new Error('coming');
  }

  // eslint-disable-next-line require-yield
  *list(_query: ListQuery, _clock: ZoneClock): Steps<Listed<ListedTransaction>> {
    throw new Error('coming');
  }

  // eslint-disable-next-line require-yield
  *partners(): Steps<(PartnerKey & { readonly name: string })[]> {
    throw new Error('coming');
  }
}
