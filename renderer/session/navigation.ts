import { create } from 'zustand';
import type { ImportRecord } from '#shared/domain/imports/record.ts';
import type { Book } from '#shared/domain/ledger/book.ts';
import type { Day } from '#shared/lib/day.ts';
import type { Status } from '#shared/domain/ledger/fields.ts';
import type { DateBasis } from '#shared/domain/ledger/query.ts';
import type { Field } from '#shared/domain/ledger/fields.ts';

/** One order: the rows that bear one of the ids or correct what bears it. */
export interface AboutOrder {
  readonly ids: readonly string[];
  /** Transaction id of the row whose details come open. */
  readonly opens: string;
}

/** Which transactions (or clicks, or orders) are shown and how. The period is the window's; an import, an order or a day takes its place. */
export interface TransactionsView {
  readonly book: Book;
  readonly basis: DateBasis;
  readonly text: string;
  readonly statuses: readonly Status[];
  readonly networks: readonly string[];
  readonly currencies: readonly string[];
  readonly affiliateId: string | null;
  readonly importId: string | null;
  readonly about: AboutOrder | null;
  readonly day: Day | null;
  /** By the first, then those that are the same there by the second, and so on. */
  readonly sort: readonly { readonly by: Field; readonly direction: 'asc' | 'desc' }[];
}

export const ALL_TRANSACTIONS: TransactionsView = {
  book: 'transactions',
  basis: 'eventTime',
  text: '',
  statuses: [],
  networks: [],
  currencies: [],
  affiliateId: null,
  importId: null,
  about: null,
  day: null,
  sort: [{ by: 'eventTime', direction: 'desc' }],
};

/** Left out: the list. */
export type TasksView = 'list' | 'week' | 'month' | 'templates' | 'rules';
export type PipelineView = 'board' | 'applications' | 'checklists' | 'conversion';

/** Every place in the program. */
export type Route =
  | { readonly screen: 'dashboard' }
  | { readonly screen: 'inbox' }
  /** `taskId`: the task whose details are open. */
  | { readonly screen: 'tasks'; readonly taskId: string | null; readonly view?: TasksView }
  /** `segmentId`: only who is in it. */
  | { readonly screen: 'affiliates'; readonly segmentId?: string }
  /** `segmentId`: the one that is open. */
  | { readonly screen: 'segments'; readonly segmentId: string | null }
  | { readonly screen: 'affiliate'; readonly affiliateId: string }
  | { readonly screen: 'pipeline'; readonly view: PipelineView }
  /** `openId`: the question or template that is open. */
  | { readonly screen: 'conversations'; readonly tab: 'questions' | 'templates'; readonly openId: string | null }
  | { readonly screen: 'materials'; readonly materialId: string | null }
  | { readonly screen: 'transactions'; readonly view: TransactionsView }
  /** `runId`: the run that stands out. */
  | { readonly screen: 'reports'; readonly runId: string | null }
  /** `formats`: the formats of files instead of the imports, and whose details are open. */
  | {
      readonly screen: 'imports';
      readonly importId: string | null;
      readonly formats?: { readonly open: string | null };
    }
  | { readonly screen: 'settings' };

export type Screen = Route['screen'];

/** Far enough back for a day's work. */
const REMEMBERED = 100;

interface Navigation {
  readonly past: readonly Route[];
  readonly route: Route;
  readonly future: readonly Route[];
  go(route: Route): void;
  /** Changes the place she is at, without a step to go back over: a filter, a sort order. */
  replace(route: Route): void;
  back(): void;
  forward(): void;
}

export const useNavigation = create<Navigation>()((set) => ({
  past: [],
  route: { screen: 'dashboard' },
  future: [],
  go: (route) =>
    set((state) =>
      same(state.route, route) ? state : { past: [...state.past, state.route].slice(-REMEMBERED), route, future: [] },
    ),
  replace: (route) => set({ route }),
  back: () =>
    set((state) => {
      const route = state.past.at(-1);
      return route ? { past: state.past.slice(0, -1), route, future: [state.route, ...state.future] } : state;
    }),
  forward: () =>
    set((state) => {
      const route = state.future[0];
      return route ? { past: [...state.past, state.route], route, future: state.future.slice(1) } : state;
    }),
}));

const same = (a: Route, b: Route): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Goes to a place; can be called from anywhere. */
export const goTo = (route: Route): void => useNavigation.getState().go(route);

/** Goes to the transactions that meet these conditions; what is not named is not asked. */
export const showTransactions = (view: Partial<TransactionsView>): void =>
  goTo({ screen: 'transactions', view: { ...ALL_TRANSACTIONS, ...view } });

/** Goes to the rows of an import; a list of people has left affiliates and no rows. */
export function showImported({ id, kind = 'transactions' }: ImportRecord): void {
  if (kind === 'people') goTo({ screen: 'affiliates' });
  else showTransactions({ book: kind, importId: id });
}

export const showAffiliate = (affiliateId: string): void => goTo({ screen: 'affiliate', affiliateId });

export const showTask = (taskId: string): void => goTo({ screen: 'tasks', taskId });
