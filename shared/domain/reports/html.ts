/** HTML that is ready to stand in a page. Text becomes it through `text` alone. */
export type Html = string & { readonly __brand: 'Html' };

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Controls that HTML does not take, and whatever breaks a line. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** Any text as HTML, in an element or in a quoted attribute; on one line, without half characters. */
export const text = (value: string): Html =>
  value
    .toWellFormed()
    .replace(UNPRINTABLE, ' ')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '') as Html;

/** A template whose values are HTML already, counts, or lists of such; anything that is only text does not compile. */
export function markup(strings: TemplateStringsArray, ...values: readonly (Html | number | readonly Html[])[]): Html {
  return strings.reduce((whole, part, index) => {
    const value = values[index - 1] ?? '';
    return whole + (typeof value === 'object' ? value.join('') : String(value)) + part;
  }) as Html;
}

export const NO_HTML = '' as Html;

/** Characters of a name that a line has room for, with some to spare: the page cuts what is wider. */
const LONGEST = 80;

/**
 * A name somebody else gave: cut where it is absurdly long, and for itself (`bdi`), so that one written from right to
 * left, or with marks that pretend to be, turns nothing around it.
 */
export function name(value: string): Html {
  const characters = [...value.toWellFormed().slice(0, LONGEST * 4)];
  const cut = characters.length > LONGEST || value.length > LONGEST * 4;
  const short = cut ? `${characters.slice(0, LONGEST).join('')}…` : value;
  return markup`<bdi class="name">${text(short)}</bdi>`;
}
