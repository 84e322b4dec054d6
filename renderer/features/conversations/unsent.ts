import { create } from 'zustand';
import { EMPTY_MESSAGE, type Message } from '#shared/domain/conversations/outgoing.ts';

/** What she had begun to write when the dialog was closed, as long as the window lives: a click beside it must not cost her the text. */
export const useUnsent = create<{ readonly message: Message | null }>()(() => ({ message: null }));

/** Remembers what is written, if it is more than the template (null: an empty page) had already. */
export function rememberUnsent(message: Message, template: Message | null): void {
  const { subject, body } = template ?? EMPTY_MESSAGE;
  useUnsent.setState({ message: message.subject === subject && message.body === body ? null : message });
}

export const forgetUnsent = (): void => useUnsent.setState({ message: null });
