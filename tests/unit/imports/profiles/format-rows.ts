import { PROFILES } from '#shared/domain/imports/profiles/index.ts';
import type { Profile, Source } from '#shared/domain/imports/profiles/profile.ts';
import type { Question } from '#shared/domain/imports/types.ts';

const SURE: Readonly<Record<Source, string>> = {
  vendor: 'vendor’s documents',
  parsers: 'working parsers',
  synonyms: 'by synonyms',
};

const ASKED: Readonly<Record<Exclude<Question, 'words'>, string>> = {
  program: 'program',
  currency: 'currency',
  partner: 'partner',
  day: 'day',
  dateOrder: 'day or month first',
};

function askedOf({ questions, currency, disputed = [] }: Profile): string {
  const asked = questions.flatMap((question) => {
    if (question === 'words') return disputed.map((word) => `what “${word}” means`);
    return question === 'currency' && currency !== undefined ? [] : [ASKED[question]];
  });
  return [...asked, ...(currency === undefined ? [] : [`(${currency} taken)`])].join(', ').replace(', (', ' (');
}

/** The README's table of formats, made from the profiles: the cells of each row, by network and name, those of no network last. */
export function formatRows(): readonly (readonly string[])[] {
  const rows = PROFILES.map((profile) => {
    const { network, name, kind, side, source } = profile;
    return [network || '–', name, kind, side, SURE[source], askedOf(profile) || '–'];
  });
  const key = ([network = '', name = '']: readonly string[]): string =>
    `${network === '–' ? '~' : network} ${name}`.toLowerCase();
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
