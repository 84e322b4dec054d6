import { chooseStep } from '#renderer/session/choose-step.ts';
import { usePreferences, type PreferencesState } from '#renderer/session/preferences.ts';
import { useKept } from './use-kept.ts';

const FIELDS: readonly (readonly [keyof PreferencesState['sender'], string])[] = [
  ['name', 'Your name'],
  ['email', 'Your e-mail'],
  ['brand', 'Your brand'],
];

/** Who writes: asked the first time, kept in Settings. */
export function SenderFields() {
  const sender = usePreferences((state) => state.sender);
  const kept = useKept(
    sender,
    (next) => chooseStep('What you sign with is changed', { sender: next }),
    ({ name, email, brand }) => ({ name: name.trim(), email: email.trim(), brand: brand.trim() }),
  );
  return (
    <fieldset className="sender" onBlur={kept.keep}>
      <legend className="small">Who writes? It is asked this once and can be changed in Settings.</legend>
      {FIELDS.map(([field, label]) => (
        <input
          key={field}
          className="field"
          aria-label={label}
          placeholder={label}
          maxLength={200}
          value={kept.value[field]}
          onChange={(event) => kept.change({ ...kept.value, [field]: event.target.value })}
        />
      ))}
    </fieldset>
  );
}
