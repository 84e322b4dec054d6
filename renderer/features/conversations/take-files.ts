import { activitiesOf } from '#renderer/db/activities.ts';
import { addContact, logAll } from '#renderer/db/mails.ts';
import { desk } from '#renderer/platform/desk.ts';
import { intakeBytes } from '#renderer/platform/intake-text.ts';
import { takeDropped } from '#renderer/session/incoming.ts';
import { chooseToKeep, keepFiles, takeToKeep } from '#renderer/session/library.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { offer, say } from '#renderer/session/toasts.ts';
import { newActivity, type Activity } from '#shared/domain/affiliates/activity.ts';
import type { Affiliate } from '#shared/domain/affiliates/affiliate.ts';
import { LARGEST_MAIL, readEml } from '#shared/domain/conversations/eml-read.ts';
import { heardMail, heardText, type HeardMail } from '#shared/domain/conversations/heard.ts';
import { decode } from '#shared/domain/conversations/plain-text.ts';
import type { Intake } from '#shared/ipc/contract.ts';
import { told } from './conversation-steps.ts';

/** What networks and shops export, and address books: it is imported, wherever it is dropped. */
const EXPORTS = /\.(csv|tsv|xlsx|xls|zip|gz|vcf)$/i;
/** Bytes: a longer text is a file. */
const LONGEST_NOTE = 400_000;

/** Files dropped on an affiliate's page: exports go to the imports, everything else to the timeline. */
export async function takeForTimeline(files: readonly File[], affiliate: Affiliate): Promise<void> {
  const exports = files.filter(({ name }) => EXPORTS.test(name));
  const others = files.filter(({ name }) => !EXPORTS.test(name));
  if (others.length > 0) await addToTimeline(await takeToKeep(others), affiliate);
  if (exports.length > 0) await takeDropped(exports);
}

/** Lets her choose files for the timeline. */
export async function chooseForTimeline(affiliate: Affiliate): Promise<void> {
  await addToTimeline(await chooseToKeep(), affiliate);
}

async function addToTimeline(intakes: readonly Intake[], affiliate: Affiliate): Promise<void> {
  const heard: HeardMail[] = [];
  const refusals: string[] = [];
  for (const intake of intakes) {
    const one = await hear(intake, affiliate);
    if (typeof one === 'string') refusals.push(one);
    else heard.push(one);
  }
  const repeated = await tell(heard, affiliate);
  const said = [...refusals, ...repeated];
  if (said.length > 0) say(said.join(' '));
}

/** What a file is on the timeline; a sentence if it is nothing there. */
async function hear(intake: Intake, affiliate: Affiliate): Promise<HeardMail | string> {
  const { name, size, modifiedMs } = intake;
  const id = crypto.randomUUID();
  const release = (): void => void desk().files.release(intake.id);
  if (/\.msg$/i.test(name)) {
    release();
    return `“${name}” is a mail of Outlook’s own kind, which cannot be read here. Save it as .eml or as text and drop that.`;
  }
  if (/\.eml$/i.test(name)) {
    const bytes = size > LARGEST_MAIL ? new Uint8Array(size) : await intakeBytes(intake);
    release();
    if (!bytes) return gone(name);
    const mail = await readEml(name, bytes);
    const me = usePreferences.getState().sender.email;
    return mail.ok ? heardMail(mail.value, affiliate, { id, me, now: Date.now() }) : mail.error.message;
  }
  if (/\.(txt|text|md)$/i.test(name) && size <= LONGEST_NOTE) {
    const bytes = await intakeBytes(intake);
    release();
    if (!bytes) return gone(name);
    const at = Math.min(modifiedMs, Date.now());
    return { activity: heardText(decode(bytes), { id, affiliateId: affiliate.id, name, at }), stranger: null };
  }
  const [file] = await keepFiles([intake]);
  if (!file) return `“${name}” was not kept.`;
  const at = Date.now();
  const activity = newActivity({ id, affiliateId: affiliate.id, kind: 'file', at, title: name, files: [file] });
  return { activity, stranger: null };
}

/** Writes it all down in one step. Answers what was there already, in sentences. */
async function tell(heard: readonly HeardMail[], affiliate: Affiliate): Promise<readonly string[]> {
  if (heard.length === 0) return [];
  const there = new Set(
    (await activitiesOf(affiliate.id)).map(({ messageId }) => messageId).filter((each) => each !== ''),
  );
  const repeated = heard.filter(({ activity }) => there.has(activity.messageId));
  const fresh = heard.filter((each) => !repeated.includes(each));
  const activities = fresh.map(({ activity }) => activity);
  if (activities.length > 0) {
    const { zone } = usePreferences.getState();
    const label = `Added ${whatOf(activities)} to ${affiliate.name}`;
    if (told(label, await logAll(label, activities, { now: Date.now(), zone }))) offerContact(fresh, affiliate);
  }
  return repeated.map(({ activity }) => `“${activity.title}” is on the timeline already; it was not added again.`);
}

function whatOf(activities: readonly Activity[]): string {
  const [first] = activities;
  if (!first || activities.length > 1) return `${activities.length} things`;
  return first.kind === 'mail' ? 'a mail' : first.kind === 'note' ? 'a note' : `“${first.title}”`;
}

/** An address that nobody knows may be a new contact of theirs. */
function offerContact(heard: readonly HeardMail[], affiliate: Affiliate): void {
  const stranger = heard.find((each) => each.stranger !== null)?.stranger;
  if (!stranger) return;
  offer(`${stranger.email} is not among the contacts of ${affiliate.name}.`, {
    label: 'Add as a contact',
    run: () => {
      void addContact(affiliate.id, stranger, Date.now()).then((done) =>
        told(`Added ${stranger.email} to ${affiliate.name}`, done),
      );
    },
  });
}

const gone = (name: string): string => `“${name}” could not be read: it was moved or changed. Drop it again.`;
