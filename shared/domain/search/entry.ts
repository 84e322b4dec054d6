/** What can be found, in the order in which kinds stand where nothing else tells them apart. */
export const ENTRY_KINDS = [
  'screen',
  'command',
  'affiliate',
  'task',
  'question',
  'segment',
  'template',
  'material',
  'checklist',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Where a text may stand, the most telling first: what matches in an earlier one comes before what matches in a later one. */
export const PLACES_OF_TEXT = [
  'name',
  'company',
  'code',
  'account',
  'contact',
  'email',
  'site',
  'social',
  'phone',
  'tag',
  'words',
  'note',
] as const;
export type PlaceOfText = (typeof PLACES_OF_TEXT)[number];

/** A text of an entry. `search`: what is looked in, where that is not the text as it is shown. */
export interface EntryText {
  readonly place: Exclude<PlaceOfText, 'name'>;
  readonly text: string;
  readonly search?: string;
}

/** Something that can be found. */
export interface Entry {
  /** Unique among all: "affiliate 7". */
  readonly key: string;
  readonly kind: EntryKind;
  /** What it is called; it is looked in first. */
  readonly title: string;
  /** A word or two beside the title: a status, whom it is about; '' for none. */
  readonly detail: string;
  /** What it is also found by. */
  readonly texts: readonly EntryText[];
}
