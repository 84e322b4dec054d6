import type { Template } from '#shared/domain/conversations/template.ts';
import { fail, ok, type Result } from '#shared/lib/result.ts';
import { database } from './connection.ts';
import { edit } from './journal.ts';
import type { Change } from './records.ts';

/** Every template of a message, by name. For liveQuery. */
export async function allTemplates(): Promise<readonly Template[]> {
  return (await database().templates.toArray()).sort((a, b) => a.name.localeCompare(b.name));
}

export type TemplateWords = Omit<Template, 'id' | 'sample'>;

/** Adds templates in one step; answers their ids. */
export async function addTemplates(all: readonly TemplateWords[]): Promise<Result<readonly string[]>> {
  const templates = all.map((words): Template => ({ id: crypto.randomUUID(), ...words, sample: false }));
  const label = templates.length === 1 ? 'Add a template' : `Add ${templates.length} templates`;
  const done = await edit(label, () =>
    Promise.resolve(templates.map((after): Change => ({ table: 'templates', before: null, after }))),
  );
  return done.ok ? ok(templates.map(({ id }) => id)) : done;
}

/** Changes a template; false if that is what it says already, `no-template` if it is gone. */
export async function editTemplate(id: string, wish: Partial<TemplateWords>): Promise<Result<boolean>> {
  return changeTemplate(id, 'Edit a template', (template) => ({ ...template, ...wish }));
}

/** Deletes a template; `no-template` if it is gone. */
export async function deleteTemplate(id: string): Promise<Result<boolean>> {
  return changeTemplate(id, 'Delete a template', () => null);
}

async function changeTemplate(
  id: string,
  label: string,
  become: (template: Template) => Template | null,
): Promise<Result<boolean>> {
  let found = false;
  let changed = false;
  const done = await edit(label, async () => {
    const before = await database().templates.get(id);
    if (!before) return [];
    found = true;
    const after = become(before);
    changed = JSON.stringify(before) !== JSON.stringify(after);
    return changed ? [{ table: 'templates', before, after }] : [];
  });
  if (!done.ok) return done;
  return found ? ok(changed) : fail('no-template', 'This template is no longer there. Nothing was changed.');
}
