import { useState } from 'react';
import { redoEdit, undoEdit } from '#renderer/db/journal.ts';
import { mergeInto, moveAccount } from '#renderer/db/merge-affiliates.ts';
import { stopAsking, useAsking } from '#renderer/session/affiliate-steps.ts';
import { showAffiliate } from '#renderer/session/navigation.ts';
import { say } from '#renderer/session/toasts.ts';
import { didStep } from '#renderer/session/undo.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import type { PartnerKey } from '#shared/domain/ledger/query.ts';

interface Props {
  readonly affiliate: Affiliate;
  readonly accounts: readonly PartnerKey[];
  readonly affiliates: readonly Affiliate[];
}

/** Two that are one are merged, an account that is somebody else's is moved. Both can be undone. */
export function JoinDialogs(props: Props) {
  const asking = useAsking((state) => state.asking);
  const { affiliate } = props;
  return (
    <>
      <Dialog open={asking.kind === 'merge'} onClose={stopAsking} title={`Merge ${affiliate.name} into another`}>
        {asking.kind === 'merge' && <MergeForm {...props} />}
      </Dialog>
      <Dialog open={asking.kind === 'move'} onClose={stopAsking} title={`Move an account of ${affiliate.name}`}>
        {asking.kind === 'move' && <MoveForm {...props} asked={asking.account} />}
      </Dialog>
    </>
  );
}

const choicesOf = (affiliates: readonly Affiliate[], without: string) =>
  affiliates.filter(({ id }) => id !== without).map(({ id, name }) => ({ value: id, label: name }));

function MergeForm({ affiliate, affiliates }: Props) {
  const [into, setInto] = useState<string | null>(null);
  const name = affiliates.find(({ id }) => id === into)?.name;
  const merge = async (): Promise<void> => {
    if (into === null || name === undefined) return;
    const merged = await mergeInto(affiliate.id, into, Date.now());
    if (!merged.ok) return say(merged.error.message);
    showAffiliate(into);
    didStep({ label: `Merged ${affiliate.name} into ${name}`, undo: undoEdit, redo: redoEdit });
  };
  return (
    <form
      className="join-form"
      onSubmit={(event) => {
        event.preventDefault();
        void merge();
      }}
    >
      <p>
        Accounts, transactions, tasks, contacts, sites, codes and tags go to the other affiliate. Where both say
        something, the other stays as they are.
      </p>
      <ComboBox
        label="Affiliate who stays"
        autoFocus
        placeholder="Affiliate who stays"
        choices={choicesOf(affiliates, affiliate.id)}
        value={into}
        onChange={setInto}
      />
      <div className="join-form-foot">
        <Button onClick={stopAsking}>Cancel</Button>
        <Button type="submit" kind="primary" disabled={name === undefined}>
          Merge
        </Button>
      </div>
    </form>
  );
}

const keyOf = ({ network, partnerId }: PartnerKey): string => `${network}\n${partnerId}`;

function MoveForm({ affiliate, affiliates, accounts, asked }: Props & { readonly asked: PartnerKey | null }) {
  const [key, setKey] = useState(asked ? keyOf(asked) : accounts[0] ? keyOf(accounts[0]) : '');
  const [to, setTo] = useState<string | null>(null);
  const [name, setName] = useState('');
  const account = accounts.find((each) => keyOf(each) === key);
  const fresh = name.trim();
  const target = to === null ? (fresh === '' ? null : { name: fresh }) : { affiliateId: to };
  const move = async (): Promise<void> => {
    if (!account || !target) return;
    const moved = await moveAccount(account, target, Date.now());
    if (!moved.ok) return say(moved.error.message);
    stopAsking();
    const whose = affiliates.find(({ id }) => id === to)?.name ?? fresh;
    const { network, partnerId } = account;
    didStep({ label: `Moved ${network} ${partnerId} to ${whose}`, undo: undoEdit, redo: redoEdit });
  };
  return (
    <form
      className="join-form"
      onSubmit={(event) => {
        event.preventDefault();
        void move();
      }}
    >
      <p>The account’s transactions go with it, those to come as well.</p>
      {accounts.length > 1 ? (
        <Select
          label="Account"
          choices={accounts.map((each) => ({ value: keyOf(each), label: `${each.network} ${each.partnerId}` }))}
          value={key}
          onChange={setKey}
        />
      ) : (
        account && (
          <p className="text-selectable">
            {account.network} <span className="faint">{account.partnerId}</span>
          </p>
        )
      )}
      <ComboBox
        label="Affiliate who gets it"
        autoFocus
        placeholder="Affiliate who gets it"
        choices={choicesOf(affiliates, affiliate.id)}
        value={to}
        onChange={setTo}
      />
      <input
        className="field"
        aria-label="Or the name of a new affiliate"
        placeholder="Or the name of a new affiliate"
        maxLength={200}
        disabled={to !== null}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="join-form-foot">
        <Button onClick={stopAsking}>Cancel</Button>
        <Button type="submit" kind="primary" disabled={!account || !target}>
          Move
        </Button>
      </div>
    </form>
  );
}
