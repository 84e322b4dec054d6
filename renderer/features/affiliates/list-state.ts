import { startTransition, useEffect, useState } from 'react';
import { create } from 'zustand';
import type { TableSort } from '#renderer/ui/data-table-parts.ts';
import { NO_FILTER, type AffiliateFilter } from '#shared/domain/search/affiliate-list.ts';

interface AffiliateListState {
  readonly filter: AffiliateFilter;
  readonly sorts: readonly TableSort[];
}

const FIRST: AffiliateListState = { filter: NO_FILTER, sorts: [{ by: 'revenue', direction: 'desc' }] };

/** What the list shows: it is as she left it when she comes back from somebody's page. Lives as long as the window. */
export const useAffiliateList = create<AffiliateListState>()(() => FIRST);

export const setFilter = (filter: AffiliateFilter): void => useAffiliateList.setState({ filter });

export const setSorts = (sorts: readonly TableSort[]): void => useAffiliateList.setState({ sorts });

export function askFor(id: string, values: readonly string[]): void {
  const { filter } = useAffiliateList.getState();
  const { [id]: _, ...others } = filter.is;
  setFilter({ ...filter, is: values.length === 0 ? others : { ...others, [id]: values } });
}

/** The filter as the list has it: it follows what is typed when there is time, so that the letters never wait for the rows. */
export function useFilterOfList(): AffiliateFilter {
  const [filter, setHeld] = useState(() => useAffiliateList.getState().filter);
  useEffect(() => {
    const follow = (): void => startTransition(() => setHeld(useAffiliateList.getState().filter));
    follow();
    return useAffiliateList.subscribe(follow);
  }, []);
  return filter;
}

/** As the program comes. */
export const resetAffiliateList = (): void => useAffiliateList.setState(FIRST);
