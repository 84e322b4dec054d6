/*
 * Whose an address is. Two addresses speak for one owner only if their domain can be owned by one: not youtube.com, not gmail.com.
 */

/** Hosts where everyone has a page of their own: their addresses say nothing of who else is there. */
const SHARED_HOSTS: ReadonlySet<string> = new Set([
  ...[
    'youtube.com',
    'youtu.be',
    'instagram.com',
    'facebook.com',
    'fb.com',
    'fb.me',
    'tiktok.com',
    'x.com',
    'twitter.com',
    't.co',
  ],
  ...[
    'linkedin.com',
    'pinterest.com',
    'pin.it',
    'snapchat.com',
    'threads.net',
    'threads.com',
    'bsky.app',
    'reddit.com',
    'quora.com',
  ],
  ...[
    'twitch.tv',
    'discord.com',
    'discord.gg',
    'telegram.org',
    't.me',
    'whatsapp.com',
    'wa.me',
    'spotify.com',
    'patreon.com',
  ],
  ...[
    'linktr.ee',
    'linkin.bio',
    'beacons.ai',
    'bio.link',
    'lnk.bio',
    'campsite.bio',
    'msha.ke',
    'allmylinks.com',
    'bit.ly',
  ],
  ...[
    'google.com',
    'goo.gl',
    'apple.com',
    'amazon.com',
    'amzn.to',
    'etsy.com',
    'ebay.com',
    'medium.com',
    'vimeo.com',
    'flipboard.com',
  ],
  ...[
    'vk.com',
    'weibo.com',
    'line.me',
    'naver.com',
    'xing.com',
    'yelp.com',
    'shopmy.us',
    'liketoknow.it',
    'shopltk.com',
    'notion.site',
  ],
]);

/** Hosts that give a name below theirs to each of their users, who owns that and nothing above it. */
const HOSTING: ReadonlySet<string> = new Set([
  ...[
    'blogspot.com',
    'wordpress.com',
    'tumblr.com',
    'substack.com',
    'weebly.com',
    'wixsite.com',
    'squarespace.com',
    'webflow.io',
  ],
  ...[
    'github.io',
    'gitlab.io',
    'netlify.app',
    'vercel.app',
    'pages.dev',
    'web.app',
    'herokuapp.com',
    'myshopify.com',
    'jimdosite.com',
  ],
  ...[
    'jimdofree.com',
    'carrd.co',
    'ghost.io',
    'beehiiv.com',
    'typepad.com',
    'livejournal.com',
    'over-blog.com',
    'canalblog.com',
  ],
  ...[
    'bandcamp.com',
    'bigcartel.com',
    'square.site',
    'godaddysites.com',
    'stan.store',
    'kit.com',
    'hatenablog.com',
    'tistory.com',
  ],
]);

/** Mail providers anyone may have an address at, by what stands before the country (gmail.com, yahoo.co.uk, hotmail.fr). */
const FREE_MAIL: ReadonlySet<string> = new Set([
  ...[
    'gmail',
    'googlemail',
    'yahoo',
    'ymail',
    'rocketmail',
    'hotmail',
    'outlook',
    'live',
    'msn',
    'aol',
    'aim',
    'icloud',
    'me',
    'mac',
  ],
  ...[
    'gmx',
    'web',
    'mail',
    'email',
    'inbox',
    'proton',
    'protonmail',
    'pm',
    'tutanota',
    'tuta',
    'zoho',
    'zohomail',
    'fastmail',
    'hey',
  ],
  ...[
    'yandex',
    'ya',
    'bk',
    'list',
    'rambler',
    'ukr',
    'qq',
    '163',
    '126',
    'sina',
    'naver',
    'hanmail',
    'daum',
    'rediffmail',
    'duck',
  ],
  ...[
    'orange',
    'wanadoo',
    'free',
    'laposte',
    'sfr',
    'libero',
    'virgilio',
    'tin',
    't-online',
    'freenet',
    'arcor',
    'seznam',
    'wp',
    'o2',
  ],
  ...[
    'comcast',
    'verizon',
    'att',
    'sbcglobal',
    'bellsouth',
    'cox',
    'charter',
    'btinternet',
    'sky',
    'talktalk',
    'bigpond',
    'optusnet',
  ],
  ...['shaw', 'rogers', 'bell', 'telus', 'sympatico', 'xtra', 'uol', 'bol', 'terra', 'telenet'],
]);

/** What stands below a country in names such as shop.co.uk. */
const SECOND_LEVEL: ReadonlySet<string> = new Set([
  'co',
  'com',
  'net',
  'org',
  'gov',
  'ac',
  'edu',
  'or',
  'ne',
  'go',
  'gob',
  'nom',
]);

/** Host of an address, in lower case and without www.; '' if there is none in it. */
function hostOf(address: string): string {
  const host = /^(?:[a-z][a-z\d+.-]*:)?(?:\/\/)?(?:[^/?#@]*@)?([^/?#:\\]+)/iu.exec(address.trim())?.[1] ?? '';
  const name = host
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\d?\./, '');
  const labels = name.split('.');
  const good = labels.length > 1 && labels.every((label) => /^[\p{L}\p{N}_-]{1,63}$/u.test(label));
  return good && !/^\d+$/.test(labels.at(-1) ?? '') ? name : '';
}

/** The part of a host that one owner has registered: blog.shop.co.uk is shop.co.uk's. */
function ownerOf(host: string): string {
  const labels = host.split('.');
  const short = (labels.at(-1)?.length ?? 0) === 2 && SECOND_LEVEL.has(labels.at(-2) ?? '');
  return labels.slice(short ? -3 : -2).join('.');
}

/**
 * The domain by which the owner of a site can be told, '' if its address says nothing of that (a page on a shared host, no
 * address at all).
 */
export function siteDomain(address: string): string {
  const host = hostOf(address);
  const owner = ownerOf(host);
  const [name = '', ...rest] = owner.split('.');
  if (HOSTING.has(owner) || name === 'blogspot')
    return host === owner
      ? ''
      : host
          .split('.')
          .slice(-rest.length - 2)
          .join('.');
  return SHARED_HOSTS.has(owner) || isFreeMail(owner) || ['amazon', 'google', 'ebay', 'pinterest'].includes(name)
    ? ''
    : owner;
}

/** The domain of a business's own e-mail address, '' for one at a mail provider. */
export function mailDomain(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '' : siteDomain(email.slice(at + 1));
}

const isFreeMail = (owner: string): boolean => {
  const [name = '', ...rest] = owner.split('.');
  // "web.dev" is somebody's; "web.de" is everybody's.
  return (
    FREE_MAIL.has(name) && rest.every((label) => label.length === 2 || ['com', 'net', 'org', 'co'].includes(label))
  );
};

/** An e-mail address to compare by: trimmed, in lower case; what stands after a + is part of it. '' if it is none. */
export function emailKey(text: string): string {
  const email = text.trim().toLowerCase();
  return isEmail(email) ? email : '';
}

/** True for what looks like one e-mail address. */
export const isEmail = (text: string): boolean => /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/.test(text);

/**
 * The domains that speak for someone: those of their own sites, or, without a site, those of their business e-mail addresses (an
 * agency's address beside a client's site is no evidence for the agency).
 */
export function domainsOf(sites: readonly string[], emails: readonly string[]): ReadonlySet<string> {
  const own = sites.map(siteDomain).filter((domain) => domain !== '');
  return new Set(own.length > 0 ? own : emails.map(mailDomain).filter((domain) => domain !== ''));
}

/** A domain that more than so many have in common is a provider's that is not known as one: it says nothing of who they are. */
export const MOST_OF_ONE_DOMAIN = 25;
