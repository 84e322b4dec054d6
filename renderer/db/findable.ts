import type { Question } from '#shared/domain/conversations/question.ts';
import type { Template } from '#shared/domain/conversations/template.ts';
import type { Material } from '#shared/domain/materials/material.ts';
import type { Checklist } from '#shared/domain/pipeline/checklist.ts';
import { database } from './connection.ts';

/** What can be found by its words and is in nobody's hands all the time. */
export interface Findable {
  readonly questions: readonly Question[];
  readonly templates: readonly Template[];
  readonly materials: readonly Material[];
  readonly checklists: readonly Checklist[];
}

export async function findable(): Promise<Findable> {
  const db = database();
  const [questions, templates, materials, checklists] = await Promise.all([
    db.questions.toArray(),
    db.templates.toArray(),
    db.materials.toArray(),
    db.checklists.toArray(),
  ]);
  return { questions, templates, materials, checklists };
}
