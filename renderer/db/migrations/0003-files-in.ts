import type { Migration } from './migration.ts';

type Stored = Record<string, unknown>;

/**
 * Files in: affiliates with all that lists tell of them, and what each list said (`mentions`); imports of other kinds than
 * transactions; more of how a file was read; profiles of the user's own.
 */
export const filesIn: Migration = {
  version: 3,
  stores: {
    links: '[network+partnerId], affiliateId, createdByImport',
    mentions: '[importId+affiliateId], importId, affiliateId',
    ownProfiles: 'id, signature',
  },
  upgrade: async (transaction) => {
    const networks = new Map<string, string>();
    await transaction.table<Stored>('imports').each(({ id, network }) => {
      networks.set(id as string, network as string);
    });
    const bringer = new Map<string, string>();
    await transaction
      .table<Stored>('affiliates')
      .toCollection()
      .modify((affiliate) => {
        const importId = affiliate['createdByImport'] as string | null;
        if (importId !== null) bringer.set(affiliate['id'] as string, importId);
        const network = importId !== null && affiliate['editedAt'] === null ? networks.get(importId) : undefined;
        Object.assign(affiliate, {
          company: '',
          contacts: [],
          paymentEmail: '',
          sites: [],
          social: [],
          country: '',
          couponCodes: [],
          tags: [],
          joined: '',
          sources: network ? { name: network } : {},
        });
      });
    await transaction
      .table<Stored>('links')
      .toCollection()
      .modify((link) => {
        link['status'] = '';
        link['createdByImport'] = bringer.get(link['affiliateId'] as string) ?? null;
      });
    await transaction
      .table<Stored>('imports')
      .toCollection()
      .modify((record) => {
        record['kind'] = 'transactions';
        Object.assign(record['dialect'] as Stored, { escape: 'doubled', headerRows: 1, lastLine: null, sheet: '' });
        Object.assign(record['settings'] as Stored, { partner: '', dateOrder: '', day: '', words: {} });
      });
    await transaction
      .table<Stored>('profileSettings')
      .toCollection()
      .modify((settings) => {
        Object.assign(settings, { partner: '', dateOrder: '', words: {}, ...settings });
      });
  },
};
