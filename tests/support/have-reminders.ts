import type { Page } from '@playwright/test';

/**
 * Puts open tasks and their unread reminders where the program keeps them, behind its back: it sees them when it next reads.
 * The last in the list has come last, the first was due on 5 January at 9:00 and came late.
 */
export async function haveReminders(page: Page, titles: readonly string[]): Promise<void> {
  await page.evaluate(async (given) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('desk-1');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('The database did not open.'));
    });
    const transaction = database.transaction(['tasks', 'inbox'], 'readwrite');
    const now = Date.now();
    given.forEach((title, index) => {
      const id = `task-${index}`;
      const task = { id, title, note: '', affiliateId: null, due: null, snoozedUntil: null, doneAt: null };
      const plain = { priority: 'normal', repeat: null, steps: [], madeBy: null };
      transaction.objectStore('tasks').put({ ...task, ...plain, createdAt: now, sample: false });
      const dueAt = index === 0 ? new Date(new Date(now).getFullYear(), 0, 5, 9).getTime() : now;
      const said = { id: `entry-${index}`, kind: 'reminder', title, body: '', taskId: id, runId: null, read: false };
      transaction.objectStore('inbox').put({ ...said, dueAt, firedAt: now + index, late: index === 0 });
    });
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
  }, titles);
}
