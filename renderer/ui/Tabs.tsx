import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import './tabs.css';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Shown beside the label. */
  readonly count?: string;
  readonly muted?: boolean;
}

/** A few views of the same thing; `children` is the view that is open. */
export function Tabs<Id extends string>(props: {
  readonly label: string;
  readonly items: readonly TabItem<Id>[];
  readonly open: Id;
  readonly onOpen: (id: Id) => void;
  readonly children: ReactNode;
}) {
  return (
    <AriaTabs
      className="tabs"
      selectedKey={props.open}
      onSelectionChange={(key) => {
        const item = props.items.find(({ id }) => id === key);
        if (item) props.onOpen(item.id);
      }}
    >
      <TabList className="tab-list" aria-label={props.label} items={props.items} dependencies={[props.items]}>
        {({ id, label, count, muted }) => (
          <Tab className={`tab${muted ? ' tab-muted' : ''}`} id={id}>
            {label}
            {count !== undefined && <span className="tab-count">{count}</span>}
          </Tab>
        )}
      </TabList>
      <TabPanel key={props.open} className="tab-panel" id={props.open}>
        {props.children}
      </TabPanel>
    </AriaTabs>
  );
}
