import { useState } from 'react';
import { chooseStep } from '#renderer/session/choose-step.ts';
import { usePreferences, type PreferencesState } from '#renderer/session/preferences.ts';
import { say } from '#renderer/session/toasts.ts';
import { isEmail } from '#shared/domain/affiliates/domains.ts';

type Part = keyof PreferencesState['sender'];

const PARTS: readonly (readonly [Part, string])[] = [
  ['name', 'Your name'],
  ['email', 'Your e-mail'],
  ['brand', 'Your brand'],
];

/** Who writes to affiliates. */
export function SenderField() {
  const sender = usePreferences((state) => state.sender);
  return (
    <div className="setting-fields setting-sender">
      {PARTS.map(([part, label]) => (
        <PartField key={`${part} ${sender[part]}`} part={part} label={label} sender={sender} />
      ))}
    </div>
  );
}

interface PartProps {
  readonly part: Part;
  readonly label: string;
  readonly sender: PreferencesState['sender'];
}

/** Taken when she leaves the field or presses Enter. */
function PartField({ part, label, sender }: PartProps) {
  const [draft, setDraft] = useState(sender[part]);
  const save = (): void => {
    const typed = draft.trim();
    if (typed === sender[part]) return setDraft(typed);
    if (part === 'email' && typed !== '' && !isEmail(typed)) {
      say(`“${typed}” is not an e-mail address. What was there before stays.`);
      return setDraft(sender[part]);
    }
    chooseStep(`${label} is ${typed === '' ? 'not said' : typed}`, { sender: { ...sender, [part]: typed } });
  };
  return (
    <input
      className="field"
      type={part === 'email' ? 'email' : 'text'}
      aria-label={label}
      placeholder={label}
      maxLength={200}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
    />
  );
}
