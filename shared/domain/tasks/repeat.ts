/**
 * When a task comes back, once it is done. `pattern`: days by a cron pattern of three fields, day of month, month and weekday
 * (croner's words: L, W, #), counted from the day it was due. `every`: of those days only each n-th week (1: all).
 * `after-contact`: so many days after the last contact with its affiliate; `after-done`: after it was done.
 */
export type Repeat =
  | { readonly kind: 'pattern'; readonly days: string; readonly every: number }
  | { readonly kind: 'after-contact'; readonly days: number }
  | { readonly kind: 'after-done'; readonly days: number };
