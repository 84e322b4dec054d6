import type { ZoneClock } from '../../lib/zone.ts';
import { entryText } from './columns.ts';
import { DayReader } from './day-column.ts';
import { Dimensions } from './dimensions.ts';
import { IdFinder, type FoundRow } from './find.ts';
import type { GroupTable } from './group-table.ts';
import { groupAt, groupTable, orderOfGroups, refuseMixedCurrencies } from './grouping.ts';
import { listedAt, listedRows } from './listing.ts';
import type { Group, GroupQuery, Listed, ListedTransaction, ListQuery, PartnerKey } from './query.ts';
import { RefList } from './ref-list.ts';
import { changedRollUp, ROLLED, rollUp, scanTable, summedFor } from './roll-up.ts';
import type { Steps } from './steps.ts';
import type { LiveChanges, Loaded, Store } from './store.ts';

/** Orders of lists that are kept, the latest: scrolling asks for window after window of the same one. */
const KEPT_LISTS = 3;

/** Answers about live rows, and what is kept ready for them. */
export class Queries {
  readonly #store: Store;
  readonly #version: () => number;
  readonly #dimensions = new Dimensions();
  readonly #finder = new IdFinder();
  #days: DayReader | null = null;
  /** The roll-up of the current data by the days of `#days`' clock. */
  #rollUp: GroupTable | null = null;
  #names: string[] | null = null;
  readonly #lists = new Map<string, Int32Array>();

  constructor(store: Store, version: () => number) {
    this.#store = store;
    this.#version = version;
  }

  /** Forgets what was kept ready. */
  reset(): void {
    this.#rollUp = null;
    this.#names = null;
    this.#lists.clear();
  }

  /** Lets `work` change the store (it gives the segments it took out), and brings the roll-up up to date. */
  change(work: () => Loaded[]): void {
    const before = this.#rollUp;
    const changes: LiveChanges = { on: new RefList(), off: new RefList() };
    this.reset();
    this.#store.changes = before && changes;
    const removed = work();
    this.#store.changes = null;
    // A change larger than what was there is as fast made anew, and then in steps, when somebody asks.
    if (before && this.#days && changes.on.length + changes.off.length < before.day.length) {
      this.#rollUp = changedRollUp(before, changes, this.#store, this.#dimensions, this.#days);
    }
    this.#store.freeSlots(removed);
  }

  groups(query: GroupQuery, clock: ZoneClock): Steps<Listed<Group>> {
    const { text, importId, about } = query.filter;
    const summed = summedFor(query.measures).every((column) => ROLLED.includes(column));
    const rolled = (text ?? '') === '' && importId === undefined && about === undefined;
    const known = summed && query.basis === 'eventTime' && rolled;
    return this.#groups(query, clock, known ? () => this.#upToDateRollUp(clock) : null);
  }

  scanGroups(query: GroupQuery, clock: ZoneClock): Steps<Listed<Group>> {
    return this.#groups(query, clock, null);
  }

  #groups(query: GroupQuery, clock: ZoneClock, ready: (() => Steps<GroupTable>) | null): Steps<Listed<Group>> {
    refuseMixedCurrencies(query);
    return this.#whole(
      function* (this: Queries): Steps<Listed<Group>> {
        const dimensions = this.#dimensions;
        const columns = summedFor(query.measures);
        const scan = () => scanTable(this.#store, dimensions, this.#reader(clock), query, columns);
        const table = yield* (ready ?? scan)();
        const groups = groupTable(table, query, dimensions);
        yield;
        const order = yield* orderOfGroups(groups, query, dimensions);
        const names = query.groupBy.includes('partner') ? yield* this.#partnerNames() : [];
        const { offset, limit } = query.window;
        const rows = Array.from(order.subarray(offset, offset + limit), (g) =>
          groupAt(groups, g, query, dimensions, names),
        );
        return { rows, total: groups.length, version: this.#version() };
      }.bind(this),
    );
  }

  list(query: ListQuery, clock: ZoneClock): Steps<Listed<ListedTransaction>> {
    return this.#whole(
      function* (this: Queries): Steps<Listed<ListedTransaction>> {
        const { window, ...wanted } = query;
        const name = JSON.stringify([wanted.period && clock.zone, wanted]);
        let refs = this.#lists.get(name);
        refs ??= yield* listedRows(this.#store, this.#dimensions, this.#reader(clock), wanted);
        // What a window holds whole is not scrolled.
        if (refs.length > window.limit) this.#keep(name, refs);
        const rows = Array.from(refs.subarray(window.offset, window.offset + window.limit), (ref) =>
          listedAt(this.#store, ref),
        );
        return { rows, total: refs.length, version: this.#version() };
      }.bind(this),
    );
  }

  find(text: string, limit: number): Steps<FoundRow[]> {
    return this.#whole(() => this.#finder.find(this.#store, text, limit));
  }

  partners(): Steps<(PartnerKey & { readonly name: string })[]> {
    return this.#whole(
      function* (this: Queries): Steps<(PartnerKey & { readonly name: string })[]> {
        const names = yield* this.#partnerNames();
        const partners: (PartnerKey & { readonly name: string })[] = [];
        for (const number of this.#dimensions.partnerOrder()) {
          const partner = this.#dimensions.partners[number] as PartnerKey;
          const name = names[number];
          if (name !== undefined && partner.partnerId !== '') partners.push({ ...partner, name });
        }
        return partners;
      }.bind(this),
    );
  }

  /** Runs a computation from beginning to end on one version of the data: begins again if it has changed at a pause. */
  *#whole<T>(begin: () => Steps<T>): Steps<T> {
    for (;;) {
      const version = this.#version();
      const steps = begin();
      while (this.#version() === version) {
        const step = steps.next();
        if (step.done === true) return step.value;
        yield;
      }
    }
  }

  #reader(clock: ZoneClock): DayReader {
    if (this.#days?.clock.zone !== clock.zone) {
      this.#days = new DayReader(clock);
      this.#rollUp = null;
    }
    return this.#days;
  }

  *#upToDateRollUp(clock: ZoneClock): Steps<GroupTable> {
    const days = this.#reader(clock);
    if (this.#rollUp) return this.#rollUp;
    const made = yield* rollUp(this.#store, this.#dimensions, days);
    if (this.#days === days) this.#rollUp = made;
    return made;
  }

  /** By partner number: the name on its newest live row that has one, '' if none has; undefined if it has no live row. */
  *#partnerNames(): Steps<string[]> {
    if (this.#names) return this.#names;
    const store = this.#store;
    const names: string[] = [];
    const newest: number[] = [];
    for (const loaded of store.rowsSegments()) {
      const { partner } = this.#dimensions.of(loaded);
      const { partnerName } = loaded.block.text;
      for (let row = 0; row < loaded.rows; row++) {
        if (loaded.live[row] === 0) continue;
        const number = partner[row] as number;
        names[number] ??= '';
        const name = entryText(partnerName, partnerName.entry[row] as number);
        if (name === '') continue;
        const version = store.liveVersion(loaded, row);
        const before = newest[number];
        if (before !== undefined && !store.isNewer(version, before)) continue;
        newest[number] = version;
        names[number] = name;
      }
      yield;
    }
    this.#names = names;
    return names;
  }

  #keep(name: string, refs: Int32Array): void {
    this.#lists.delete(name);
    this.#lists.set(name, refs);
    for (const oldest of [...this.#lists.keys()].slice(0, -KEPT_LISTS)) this.#lists.delete(oldest);
  }
}
