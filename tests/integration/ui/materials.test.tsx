// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { givenTo, namedFiles } from '#renderer/db/materials.ts';
import { activitiesOf } from '#renderer/db/activities.ts';
import { addSegment } from '#renderer/db/saved-segments.ts';
import { useLinkWish } from '#renderer/session/link-wish.ts';
import { openDoor, useDoor } from '#renderer/session/doors.ts';
import { goTo } from '#renderer/session/navigation.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { newAffiliate, newLink } from '#shared/domain/affiliates/affiliate.ts';
import { fakeLedger } from '#tests/support/fake-ledger.ts';
import { closeApp, openApp, type OpenApp } from './open-app.tsx';

const person = (id: string, name: string) =>
  newAffiliate({ id, name, createdAt: 0, createdByImport: null, editedAt: null });
const PEOPLE = {
  affiliates: [person('paws', 'Paws'), person('fins', 'Fins'), person('wings', 'Wings')],
  links: [
    newLink({ network: 'Awin', partnerId: '11', affiliateId: 'paws' }),
    newLink({ network: 'CJ', partnerId: '22', affiliateId: 'paws' }),
    newLink({ network: 'Awin', partnerId: '33', affiliateId: 'fins' }),
  ],
};

let app: OpenApp;

beforeEach(async () => {
  useLinkWish.setState({ patternId: '', url: '', campaign: '', materialId: null });
  usePreferences.setState({ linkPatterns: [], customFields: [] });
  app = await openApp(fakeLedger(), PEOPLE);
  goTo({ screen: 'materials', materialId: null });
});
afterEach(closeApp);

const picture = (name: string) => new File(['x'], name, { type: 'image/png' });

/** Dropped on the window, as a browser hands files over. */
const drop = (...files: File[]): boolean =>
  fireEvent.drop(window, { dataTransfer: { types: ['Files'], files } as unknown as DataTransfer });

async function libraryWith(name: string): Promise<HTMLElement> {
  await screen.findByRole('button', { name: 'Add a material' });
  drop(picture(name));
  return screen.findByRole('complementary', { name: 'Details of the material' });
}

async function handOut(details: HTMLElement, ...names: string[]): Promise<void> {
  const { user } = app;
  await user.click(await within(details).findByRole('button', { name: 'Hand out…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Hand out a material' });
  for (const name of names) {
    await user.type(within(dialog).getByRole('combobox', { name: 'Add affiliates' }), name);
    await user.click(await screen.findByRole('option', { name }));
  }
  await user.click(within(dialog).getByRole('button', { name: 'Hand out' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
}

const undo = (): Promise<void> => app.user.click(screen.getByRole('button', { name: 'Undo' }));

describe('the library', () => {
  it('takes dropped files as materials of their kinds, in one step that can be undone', async () => {
    await screen.findByRole('button', { name: 'Add a material' });
    drop(picture('spring_banner.png'), new File(['a,b'], 'products.csv'), new File(['%PDF'], 'Brand rules.pdf'));
    const grid = await screen.findByRole('listbox', { name: 'Materials' });
    expect(
      within(grid)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringMatching(/Brand rules.*Guideline/) as string,
      expect.stringMatching(/products.*Product feed/) as string,
      expect.stringMatching(/spring banner.*Banner/) as string,
    ]);
    const banner = app.desk.kept.find(({ type }) => type === 'image/png');
    expect(grid.querySelector('img')).toHaveAttribute('src', `/library/${banner?.fileId ?? '?'}`);
    expect(app.desk.released).toHaveLength(3);
    expect([...(await namedFiles())].sort()).toEqual(app.desk.kept.map(({ fileId }) => fileId).sort());
    await undo();
    expect(await screen.findByRole('button', { name: 'Add a material' })).toBeInTheDocument();
    expect(await namedFiles()).toEqual([]);
  });

  it('says what could not be kept, and keeps the rest', async () => {
    await screen.findByRole('button', { name: 'Add a material' });
    app.desk.intakeOf = (file) =>
      file.name === 'folder'
        ? { name: 'folder', refused: '“folder” is a folder with no files.' }
        : { id: file.name, name: file.name, size: 1, modifiedMs: 0 };
    drop(new File([''], 'folder'), picture('a.png'));
    expect(await screen.findByText('“folder” is a folder with no files.')).toBeInTheDocument();
    expect(await screen.findByRole('option', { name: /^a/ })).toBeInTheDocument();
    app.desk.libraryProblem = { code: 'disk-full', message: '“b.png” was not kept: the disk is full.' };
    drop(picture('b.png'));
    expect(await screen.findByText('“b.png” was not kept: the disk is full.')).toBeInTheDocument();
    expect(screen.getAllByRole('option')).toHaveLength(1);
  });

  it('is changed in its place and filtered by what it says', async () => {
    const { user } = app;
    const details = await libraryWith('spring.png');
    const name = within(details).getByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.type(name, 'Leaderboard{Enter}');
    await user.type(within(details).getByRole('textbox', { name: 'Tags' }), 'dogs, spring , dogs{Enter}');
    fireEvent.change(within(details).getByLabelText('Last day'), { target: { value: '2020-01-31' } });
    fireEvent.blur(within(details).getByLabelText('Last day'));
    expect(await within(details).findByText('Ended')).toBeInTheDocument();
    await waitFor(() => expect(within(details).getByRole('textbox', { name: 'Tags' })).toHaveValue('dogs, spring'));
    await user.click(screen.getByRole('button', { name: /Validity/ }));
    await user.click(await screen.findByRole('option', { name: 'Valid now' }));
    await user.keyboard('{Escape}');
    expect(await screen.findByText('No material fits these conditions.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Clear the filter' }));
    await user.type(screen.getByRole('searchbox', { name: /Filter by name/ }), 'DOGS');
    expect(await screen.findByRole('option', { name: /^Leaderboard/ })).toBeInTheDocument();
  });

  it('knows who has which version, who is late, and brings them up to date', async () => {
    const { user, desk } = app;
    const details = await libraryWith('banner.png');
    await handOut(details, 'Paws', 'Fins');
    expect(await within(details).findByText('2 have it')).toBeInTheDocument();
    const [activity] = await activitiesOf('paws');
    expect(activity).toMatchObject({ kind: 'material', title: 'Handed out “banner”', files: [{ name: 'banner.png' }] });

    desk.chosenToKeep = [{ id: 'new', name: 'banner-2.png', size: 9, modifiedMs: 0 }];
    await user.click(within(details).getByRole('button', { name: 'New version…' }));
    expect(await within(details).findByText('2 of them use an outdated one')).toBeInTheDocument();
    expect(within(details).getAllByText('Older version')).toHaveLength(2);
    await user.click(within(details).getByRole('button', { name: 'Write to them' }));
    expect(useDoor.getState().door).toMatchObject({
      kind: 'compose',
      affiliateIds: expect.arrayContaining(['paws', 'fins']) as string[],
    });
    openDoor({ kind: 'closed' });

    await handOut(details, 'Paws', 'Wings');
    expect(await within(details).findByText('1 of them uses an outdated one')).toBeInTheDocument();
    expect(await within(details).findByText('3 have it')).toBeInTheDocument();
    expect(await givenTo('paws')).toHaveLength(1);
    await undo();
    expect(await within(details).findByText('2 of them use an outdated one')).toBeInTheDocument();
    expect(await activitiesOf('wings')).toEqual([]);
    await user.click(within(details).getByRole('button', { name: 'They have the current one' }));
    await waitFor(() => expect(within(details).queryByText(/outdated/)).not.toBeInTheDocument());
    await user.click(within(details).getByRole('button', { name: 'Take back from Fins' }));
    expect(await within(details).findByText('1 have it')).toBeInTheDocument();

    await user.click(within(details).getByRole('button', { name: 'Delete' }));
    await screen.findByRole('button', { name: 'Add a material' });
    expect(await givenTo('paws')).toEqual([]);
    await undo();
    expect(await screen.findByRole('option', { name: /^banner/ })).toBeInTheDocument();
    expect(await givenTo('paws')).toHaveLength(1);
  });

  it('gives copies of files and shows where they are', async () => {
    const { user, desk } = app;
    const details = await libraryWith('banner.png');
    await user.click(within(details).getByRole('button', { name: 'Save a copy…' }));
    expect(desk.copies).toEqual([{ fileId: desk.kept[0]?.fileId, name: 'banner.png' }]);
    await user.click(await screen.findByRole('button', { name: 'Show' }));
    expect(desk.shown).toEqual(['copies']);
  });

  it('keeps words and addresses too', async () => {
    const { user } = app;
    await user.click(await screen.findByRole('button', { name: 'Add a material' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Copy…' }));
    const dialog = await screen.findByRole('dialog', { name: 'New copy' });
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Spring words');
    await user.type(within(dialog).getByRole('textbox', { name: 'Text' }), 'Your dog will love it.');
    await user.click(within(dialog).getByRole('button', { name: 'Add' }));
    const details = await screen.findByRole('complementary', { name: 'Details of the material' });
    expect(within(details).getByRole('textbox', { name: 'Text' })).toHaveValue('Your dog will love it.');
    await user.click(within(details).getByRole('button', { name: 'New version' }));
    expect(await within(details).findByText('v2, the current one')).toBeInTheDocument();
  });
});

it('on the page of an affiliate an older version is replaced with one click', async () => {
  const { user, desk } = app;
  const details = await libraryWith('banner.png');
  await handOut(details, 'Paws');
  desk.chosenToKeep = [{ id: 'new', name: 'banner-2.png', size: 9, modifiedMs: 0 }];
  await user.click(within(details).getByRole('button', { name: 'New version…' }));
  await within(details).findByText('Older version');
  goTo({ screen: 'affiliate', affiliateId: 'paws' });
  await user.click(await screen.findByRole('tab', { name: 'Materials' }));
  const theirs = await screen.findByRole('region', { name: 'Materials of the affiliate' });
  expect(await within(theirs).findByText('Older version')).toBeInTheDocument();
  await user.click(within(theirs).getByRole('button', { name: 'Hand out v2' }));
  await waitFor(() => expect(within(theirs).queryByText('Older version')).not.toBeInTheDocument());
  await user.click(within(theirs).getByRole('button', { name: 'Take back banner' }));
  await waitFor(() => expect(within(theirs).queryByText('banner')).not.toBeInTheDocument());
});

describe('links', () => {
  async function links(): Promise<void> {
    await app.user.click(await screen.findByRole('tab', { name: 'Links' }));
    await app.user.type(screen.getByLabelText('Address'), 'pawsome.example/toys?a=1#b');
    await app.user.type(screen.getByLabelText('Campaign'), 'Spring 27');
  }

  it('of a network’s pattern are made for everybody, exported with what is missing', async () => {
    const { user, desk } = app;
    await links();
    await user.click(screen.getByRole('button', { name: 'Edit patterns' }));
    await user.click(screen.getByRole('button', { name: 'Add a pattern' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Awin deep link' }));
    await user.type(screen.getByRole('textbox', { name: /Merchant id/ }), '4321');
    await user.click(screen.getByRole('button', { name: 'Add the pattern' }));
    expect(usePreferences.getState().linkPatterns).toMatchObject([{ name: 'Awin deep link', network: 'Awin' }]);
    await user.type(screen.getByRole('combobox', { name: 'Add affiliates' }), 'All');
    await user.click(await screen.findByRole('option', { name: 'All 3 affiliates' }));
    expect(await screen.findByText('2 links, 1 not made')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Export CSV' }));
    const target = 'https%3A%2F%2Fpawsome.example%2Ftoys%3Fa%3D1%23b';
    const awin = (id: string) =>
      `https://www.awin1.com/cread.php?awinmid=4321&awinaffid=${id}&clickref=Spring%2027&ued=${target}`;
    expect(desk.saved.at(-1)).toEqual({
      name: 'links.csv',
      text: [
        '\uFEFF"Affiliate","Network","Partner id","Link","Missing"',
        `"Fins","Awin","33","${awin('33')}",`,
        `"Paws","Awin","11","${awin('11')}",`,
        '"Wings",,,,"Missing: partner id"',
        '',
      ].join('\r\n'),
    });
    await user.click(screen.getByRole('button', { name: 'Copy all' }));
    expect(await navigator.clipboard.readText()).toBe(
      `Affiliate\tNetwork\tPartner id\tLink\tMissing\nFins\tAwin\t33\t${awin('33')}\t–\nPaws\tAwin\t11\t${awin('11')}\t–`,
    );
  });

  it('of a pattern of hers follow it as it is changed, and her patterns can be undone', async () => {
    const { user } = app;
    await links();
    await user.type(screen.getByRole('combobox', { name: 'Add affiliates' }), 'Paws');
    await user.click(await screen.findByRole('option', { name: 'Paws' }));
    expect(await screen.findByText('1 link')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Edit patterns' }));
    await user.click(screen.getByRole('button', { name: 'Add a pattern' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Empty' }));
    const field = screen.getByRole('textbox', { name: 'Pattern of New pattern' });
    await user.clear(field);
    await user.type(field, '{{url}?p={{partner id}&x={{shop}');
    await user.tab();
    expect(await screen.findByText('0 links, 2 not made')).toBeInTheDocument();
    expect(screen.getByText(/\{shop\}: write the value/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Delete New pattern' }));
    expect(usePreferences.getState().linkPatterns).toEqual([]);
    await undo();
    expect(usePreferences.getState().linkPatterns).toMatchObject([{ pattern: '{url}?p={partner id}&x={shop}' }]);
  });

  it('of a segment are made for whoever is in it', async () => {
    const { user, desk } = app;
    const rule = { field: 'name', operator: 'contains', value: 'in', days: null };
    await addSegment({ name: 'With in', match: 'all', rules: [rule] });
    await links();
    await user.type(screen.getByRole('combobox', { name: 'Add affiliates' }), 'With');
    await user.click(await screen.findByRole('option', { name: 'Segment: With in' }));
    expect(await screen.findByText('With in: 2')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Export CSV' }));
    const rows = desk.saved.at(-1)?.text.split('\r\n').slice(1, -1);
    expect(rows?.map((row) => row.split(',')[0])).toEqual(['"Fins"', '"Wings"']);
  });

  it('are made from anywhere for whom they were asked', async () => {
    openDoor({ kind: 'links', affiliateIds: ['wings'] });
    const dialog = await screen.findByRole('dialog', { name: 'Make links' });
    await app.user.type(within(dialog).getByLabelText('Address'), 'http://pawsome.example');
    await app.user.type(within(dialog).getByLabelText('Campaign'), 'c');
    expect(within(dialog).getByText(/This address is not https/)).toBeInTheDocument();
    await app.user.click(within(dialog).getByRole('button', { name: 'Copy the link of Wings' }));
    expect(await navigator.clipboard.readText()).toBe(
      'http://pawsome.example/?utm_source=wings&utm_medium=affiliate&utm_campaign=c',
    );
  });
});
