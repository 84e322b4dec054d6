import { ArrowDown, ArrowUp, Bookmark, Columns3, Download, Pin, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Button, IconButton } from './Button.tsx';
import './table-tools.css';

export interface Column {
  readonly id: string;
  readonly header: string;
  readonly pinned?: boolean;
}

interface View {
  readonly id: string;
  readonly name: string;
}

export interface ColumnsProps<C extends Column> {
  /** All columns in their order. */
  readonly ordered: readonly C[];
  /** Those that are shown. */
  readonly columns: readonly C[];
  readonly show: (column: C, shown: boolean) => void;
  readonly move: (column: C, by: number) => void;
  /** To the left, where it stays while the others scroll, or back among them. */
  readonly pin: (column: C, pinned: boolean) => void;
  readonly plain: () => void;
}

/** Which columns a table has, in which order, and which stay at the left. Their widths are set at their edges. */
export function ColumnsMenu<C extends Column>({ ordered, columns, show, move, pin, plain }: ColumnsProps<C>) {
  return (
    <DialogTrigger>
      <AriaButton className="button button-normal button-small">
        <Columns3 size={14} aria-hidden="true" />
        Columns
      </AriaButton>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Dialog className="table-tools" aria-label="Columns">
          <ul>
            {ordered.map((column, at) => {
              const shown = columns.includes(column);
              return (
                <li key={column.id} className="table-tools-row">
                  <label>
                    <input
                      type="checkbox"
                      checked={shown}
                      disabled={shown && columns.length === 1}
                      onChange={() => show(column, !shown)}
                    />
                    <span className="table-tools-name">{column.header}</span>
                  </label>
                  <IconButton
                    label={`Keep ${column.header} at the left`}
                    icon={<Pin size={14} aria-hidden="true" fill={column.pinned ? 'currentColor' : 'none'} />}
                    aria-pressed={column.pinned ?? false}
                    onClick={() => pin(column, !column.pinned)}
                  />
                  <IconButton
                    label={`Move ${column.header} to the left`}
                    icon={<ArrowUp size={14} aria-hidden="true" />}
                    disabled={at === 0 || ordered[at - 1]?.pinned !== column.pinned}
                    onClick={() => move(column, -1)}
                  />
                  <IconButton
                    label={`Move ${column.header} to the right`}
                    icon={<ArrowDown size={14} aria-hidden="true" />}
                    disabled={at === ordered.length - 1 || ordered[at + 1]?.pinned !== column.pinned}
                    onClick={() => move(column, 1)}
                  />
                </li>
              );
            })}
          </ul>
          <div className="table-tools-foot">
            <Button kind="quiet" size="small" onClick={plain}>
              Original columns
            </Button>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface ViewsProps<V extends View> {
  readonly views: readonly V[];
  readonly onShow: (view: V) => void;
  readonly onSave: (name: string) => void;
  readonly onRemove: (view: V) => void;
}

/** Saved views, and a name to save the table under as it is now. */
export function ViewsMenu<V extends View>({ views, onShow, onSave, onRemove }: ViewsProps<V>) {
  return (
    <DialogTrigger>
      <AriaButton className="button button-normal button-small">
        <Bookmark size={14} aria-hidden="true" />
        Views
      </AriaButton>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Dialog className="table-tools" aria-label="Views">
          {({ close }) => (
            <>
              {views.length > 0 && (
                <ul>
                  {views.map((view) => (
                    <li key={view.id} className="table-tools-row">
                      <button
                        type="button"
                        className="table-tools-view"
                        title={view.name}
                        onClick={() => {
                          onShow(view);
                          close();
                        }}
                      >
                        {view.name}
                      </button>
                      <IconButton
                        label={`Remove ${view.name}`}
                        icon={<Trash2 size={14} aria-hidden="true" />}
                        onClick={() => onRemove(view)}
                      />
                    </li>
                  ))}
                </ul>
              )}
              <SaveView
                replaces={(name) => views.some((view) => view.name === name)}
                onSave={(name) => {
                  onSave(name);
                  close();
                }}
              />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function SaveView(props: { readonly replaces: (name: string) => boolean; readonly onSave: (name: string) => void }) {
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  return (
    <form
      className="table-tools-save"
      onSubmit={(event) => {
        event.preventDefault();
        if (name !== '') props.onSave(name);
      }}
    >
      <label>
        <span className="faint small">Filters, order and columns as they are now</span>
        <input
          className="field"
          aria-label="Name of the view"
          placeholder="Name"
          maxLength={60}
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button type="submit" className="button button-normal button-small" disabled={name === ''}>
        {props.replaces(name) ? 'Replace' : 'Save view'}
      </button>
    </form>
  );
}

/** Takes the table along as a file. */
export function ExportButton({ disabled, onExport }: { readonly disabled: boolean; readonly onExport: () => void }) {
  return (
    <Button
      kind="quiet"
      size="small"
      icon={<Download size={14} aria-hidden="true" />}
      disabled={disabled}
      onClick={onExport}
    >
      Export CSV
    </Button>
  );
}
