import { describe, expect, it } from 'vitest';
import { bytesOf, lookAt, readAs } from './read.ts';

const HEADER = 'network,program,transactionId,orderId,partnerId,eventTime,status,currency,sale,commission';
const row = (id: string, order: string, status: string, sale: string, commission: string, corrects?: string): string =>
  [
    `CJ,Pets,${id},${order},p,2026-06-01,${status},USD,${sale},${commission}`,
    ...(corrects === undefined ? [] : [corrects]),
  ]
    .join(',')
    .concat('\n');

/** What rows correct and where they stand, read as an export whose negative rows take back (or do not). */
function read(text: string, negatives: 'corrections' | 'as-they-are') {
  const bytes = bytesOf(text);
  const { rows, issues } = readAs({ ...lookAt(bytes).recognition, negatives }, bytes);
  expect(issues).toEqual([]);
  return rows.map(({ transactionId, corrects, status }) => [transactionId, corrects, status]);
}

describe('rows that take back', () => {
  const plain = `${HEADER}\n${[
    row('1', 'o1', 'locked', '100', '10'),
    row('2', 'o1', 'reversed', '-100', '-10'),
    row('3', '', 'pending', '', '-1'),
    row('4', 'o2', 'reversed', '50', '5'),
  ].join('')}`;

  it('name their order, or themselves; what is said of them as reversed they do to the other', () => {
    expect(read(plain, 'corrections')).toEqual([
      ['1', '', 'locked'],
      ['2', 'o1', 'approved'],
      ['3', '3', 'pending'],
      ['4', '', 'reversed'],
    ]);
  });

  it('are amounts like any other where the export has no such rows', () => {
    expect(read(plain, 'as-they-are').map(([, corrects, status]) => [corrects, status])).toEqual([
      ['', 'locked'],
      ['', 'reversed'],
      ['', 'pending'],
      ['', 'reversed'],
    ]);
  });

  it('are told by the id of another in any export; a row that names itself is the transaction', () => {
    const named = `${HEADER},corrects\n${[
      row('1', 'o1', 'locked', '100', '10', '1'),
      row('2', 'o1', 'reversed', '-40', '-4', '1'),
      row('3', 'o1', 'reversed', '90', '9', '1'),
      row('4', 'o2', 'approved', '-5', '', ''),
    ].join('')}`;
    expect(read(named, 'as-they-are')).toEqual([
      ['1', '', 'locked'],
      ['2', '1', 'approved'],
      ['3', '1', 'reversed'],
      ['4', '', 'approved'],
    ]);
  });
});
