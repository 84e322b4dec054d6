import type { Template } from './template.ts';

/** Templates to begin with. Everything that may be unknown of an affiliate has a fallback that reads well. */
export const FIRST_TEMPLATES: readonly Omit<Template, 'id' | 'sample'>[] = [
  {
    name: 'Invitation',
    use: 'any',
    subject: 'Would you like to work with {brand}?',
    body: [
      'Hi {first name},',
      '',
      'I run the affiliate program of {brand}. I have been reading {site} and think that your audience and our products go well together.',
      '',
      'Affiliates earn a commission on every sale, and I answer every question myself. May I send you the details?',
      '',
      'Best regards',
      '{my name}',
      '{brand}',
    ].join('\n'),
    fallbacks: { 'first name': 'there', site: 'your work' },
  },
  {
    name: 'Welcome, you are approved',
    use: 'approve',
    subject: 'Welcome to the {brand} affiliate program',
    body: [
      'Hi {first name},',
      '',
      'good news: {name} is now part of our affiliate program.',
      '',
      'Your link: {link}',
      'Your code: {code}',
      '',
      'If anything is missing or unclear, simply answer this mail.',
      '',
      'Best regards',
      '{my name}',
      '{brand}',
    ].join('\n'),
    fallbacks: {
      'first name': 'there',
      link: 'you find it in your account at the network',
      code: 'ask me for one if you would like to use a code',
    },
  },
  {
    name: 'Application declined',
    use: 'decline',
    subject: 'Your application to the {brand} affiliate program',
    body: [
      'Hi {first name},',
      '',
      'thank you for applying with {name}. I have looked at it and cannot take it on at the moment.',
      '',
      'Things change: you are welcome to apply again in a few months. If you think I have missed something, write back and tell me.',
      '',
      'Best regards',
      '{my name}',
      '{brand}',
    ].join('\n'),
    fallbacks: { 'first name': 'there' },
  },
  {
    name: 'Monthly figures',
    use: 'any',
    subject: 'Your figures for {last month}',
    body: [
      'Hi {first name},',
      '',
      'here is what {name} brought in {last month}:',
      '',
      'Sales: {conversions}',
      'Revenue: {revenue}',
      'Your commission: {commission}',
      'Average order: {AOV}',
      '',
      'Thank you for your work. Is there anything you need for the coming weeks?',
      '',
      'Best regards',
      '{my name}',
      '{brand}',
    ].join('\n'),
    fallbacks: { 'first name': 'there', AOV: 'none yet' },
  },
];

/** What a template is offered for. */
export const USE_WORDS: Readonly<Record<Template['use'], string>> = {
  any: 'Anything',
  approve: 'Approving an application',
  decline: 'Declining an application',
  answer: 'Answering a question',
};
