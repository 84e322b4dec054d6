import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { tagAffiliates } from '#renderer/db/bulk-affiliates.ts';
import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import { say } from '#renderer/session/toasts.ts';
import { didStep } from '#renderer/session/undo.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { tagPlace } from '#shared/domain/affiliates/places.ts';

interface Props {
  readonly affiliates: readonly Affiliate[];
  /** All tags that there are. */
  readonly known: readonly string[];
  readonly count: (value: number) => string;
  readonly onClose: () => void;
}

/** Adds tags to many affiliates, and takes others away, in one step. */
export function TagsDialog({ open, ...props }: Props & { readonly open: boolean }) {
  const { affiliates, count, onClose } = props;
  const whose = affiliates.length === 1 ? (affiliates[0]?.name ?? '') : `${count(affiliates.length)} affiliates`;
  return (
    <Dialog open={open} onClose={onClose} title={`Tags of ${whose}`} width={400}>
      {open && <TagsForm {...props} />}
    </Dialog>
  );
}

/** What happens to a tag; without a word it stays as it is. */
type Wishes = ReadonlyMap<string, 'add' | 'remove'>;

function TagsForm({ affiliates, known, count, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const [wishes, setWishes] = useState<Wishes>(new Map());
  const id = useId();
  const having = useMemo(() => countTags(affiliates), [affiliates]);
  const typedTags = partsOf(typed);

  const save = async (): Promise<void> => {
    const wanted = (wish: 'add' | 'remove') => [...wishes].flatMap(([tag, each]) => (each === wish ? [tag] : []));
    const add = [...wanted('add'), ...typedTags];
    const remove = wanted('remove');
    onClose();
    const ids = affiliates.map((affiliate) => affiliate.id);
    const done = await tagAffiliates(ids, { add, remove }, Date.now());
    if (!done.ok) return say(done.error.message);
    if (done.value === 0) return say('They have these tags already. Nothing was changed.');
    didStep({ label: stepWords(add, remove, count(done.value), done.value), undo: undoEdit, redo: redoEdit });
  };
  const nothing = wishes.size === 0 && typedTags.length === 0;
  return (
    <form
      className="join-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!nothing) void save();
      }}
    >
      <label className="edit-field">
        <span>Add, with commas between</span>
        <input
          className="field"
          autoFocus
          maxLength={300}
          list={`${id}-known`}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <datalist id={`${id}-known`}>
        {known.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      {having.length > 0 && (
        <fieldset className="tags-had">
          <legend>What they have</legend>
          {having.map(([tag, number]) => (
            <TagLine
              key={tag}
              tag={tag}
              number={count(number)}
              share={number === affiliates.length ? 'all' : 'some'}
              wish={wishes.get(tag)}
              onWish={(wish) =>
                setWishes((before) => {
                  const next = new Map(before);
                  next.delete(tag);
                  return wish === undefined ? next : next.set(tag, wish);
                })
              }
            />
          ))}
        </fieldset>
      )}
      <div className="join-form-foot">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" disabled={nothing}>
          Save
        </Button>
      </div>
    </form>
  );
}

interface LineProps {
  readonly tag: string;
  readonly number: string;
  /** How many of them have it. */
  readonly share: 'all' | 'some';
  readonly wish: 'add' | 'remove' | undefined;
  readonly onWish: (wish: 'add' | 'remove' | undefined) => void;
}

/** A tag that all have goes, and comes back; one that some have comes to all, goes from all, and is as it was. */
function TagLine({ tag, number, share, wish, onWish }: LineProps) {
  const box = useRef<HTMLInputElement>(null);
  const mixed = share === 'some' && wish === undefined;
  useEffect(() => {
    if (box.current) box.current.indeterminate = mixed;
  }, [mixed]);
  const next = (): 'add' | 'remove' | undefined => {
    if (share === 'all') return wish === undefined ? 'remove' : undefined;
    return wish === undefined ? 'add' : wish === 'add' ? 'remove' : undefined;
  };
  return (
    <label className="tags-line">
      <input
        ref={box}
        type="checkbox"
        checked={wish === 'add' || (share === 'all' && wish === undefined)}
        onChange={() => onWish(next())}
      />
      <span>{tag}</span>
      <span className="faint small">{number}</span>
    </label>
  );
}

/** Tags and how many have them, most first. */
function countTags(affiliates: readonly Affiliate[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, { readonly tag: string; number: number }>();
  for (const { tags } of affiliates) {
    for (const tag of tags) {
      const known = counts.get(tagPlace(tag));
      if (known) known.number++;
      else counts.set(tagPlace(tag), { tag, number: 1 });
    }
  }
  return [...counts.values()]
    .sort((a, b) => b.number - a.number || a.tag.localeCompare(b.tag))
    .map(({ tag, number }) => [tag, number]);
}

const partsOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,;]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

function stepWords(add: readonly string[], remove: readonly string[], count: string, number: number): string {
  const whom = number === 1 ? '1 affiliate' : `${count} affiliates`;
  const one = [...add, ...remove];
  if (one.length > 1) return `Changed the tags of ${whom}`;
  return add.length === 1 ? `Tagged ${whom} ${add[0] ?? ''}` : `Took ${remove[0] ?? ''} from ${whom}`;
}
