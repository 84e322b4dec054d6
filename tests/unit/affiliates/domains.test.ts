import { describe, expect, it } from 'vitest';
import { domainsOf, emailKey, mailDomain, siteDomain } from '#shared/domain/affiliates/domains.ts';

describe('siteDomain', () => {
  it.each([
    ['https://www.petblog.com/reviews?x=1', 'petblog.com'],
    ['PETBLOG.com', 'petblog.com'],
    ['petblog.com/', 'petblog.com'],
    ['//blog.petblog.com:8080/a', 'petblog.com'],
    ['https://shop.petblog.co.uk', 'petblog.co.uk'],
    ['https://petblog.com.', 'petblog.com'],
    ['http://user@petblog.com/x', 'petblog.com'],
    ['https://hundeliebe-münchen.de/', 'hundeliebe-münchen.de'],
    // A name on a host that gives one to each of its users is the user's own.
    ['https://maxfurry.blogspot.com/2024', 'maxfurry.blogspot.com'],
    ['https://www.maxfurry.blogspot.co.uk', 'maxfurry.blogspot.co.uk'],
    ['paws.wordpress.com', 'paws.wordpress.com'],
    ['a.paws.github.io', 'paws.github.io'],
  ])('%s is %s’s', (address, domain) => {
    expect(siteDomain(address)).toBe(domain);
  });

  it.each([
    ...[
      'https://www.youtube.com/@paws',
      'm.facebook.com/paws',
      'instagram.com/paws',
      'https://x.com/paws',
      'linktr.ee/paws',
    ],
    ...[
      'https://www.pinterest.co.uk/paws',
      'https://www.linkedin.com/in/paws',
      'https://www.amazon.de/shop/paws',
      'vm.tiktok.com/x',
    ],
    ...['wordpress.com', 'https://www.blogspot.com/', 'blogspot.de', 'gmail.com', 'web.de', 'yahoo.co.uk'],
    ...['', 'n/a', 'paws', 'http://', '192.168.0.1', 'https://localhost:3000', 'not a site.com here'],
  ])('%s says nothing of its owner', (address) => {
    expect(siteDomain(address)).toBe('');
  });
});

describe('mailDomain', () => {
  it('is a business’s own domain, never a mail provider’s', () => {
    expect(mailDomain('jane@petblog.com')).toBe('petblog.com');
    expect(mailDomain('jane@mail.petblog.co.uk')).toBe('petblog.co.uk');
    for (const email of [
      'a@gmail.com',
      'a@googlemail.com',
      'a@hotmail.fr',
      'a@yahoo.co.uk',
      'a@gmx.net',
      'a@icloud.com',
      'jane',
    ])
      expect(mailDomain(email)).toBe('');
    expect(mailDomain('a@web.dev')).toBe('web.dev');
  });
});

describe('domainsOf', () => {
  it('lets a site speak before an address: an agency’s address says nothing of a client', () => {
    expect([...domainsOf(['https://petblog.com'], ['jane@agency.com'])]).toEqual(['petblog.com']);
    expect([...domainsOf(['https://instagram.com/petblog'], ['jane@petblog.com'])]).toEqual(['petblog.com']);
    expect([...domainsOf([], ['jane@gmail.com'])]).toEqual([]);
  });
});

describe('emailKey', () => {
  it('ignores case and blanks, keeps what stands after a plus, and takes nothing that is no address', () => {
    expect(emailKey(' Jane@PetBlog.com ')).toBe('jane@petblog.com');
    expect(emailKey('jane+impact@petblog.com')).not.toBe(emailKey('jane@petblog.com'));
    for (const text of ['', 'jane', 'jane@', '@petblog.com', 'jane@petblog', 'a b@petblog.com'])
      expect(emailKey(text)).toBe('');
  });
});
