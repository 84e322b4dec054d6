import { useEffect, useState } from 'react';
import { desk } from '#renderer/platform/desk.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { loginStep } from './settings-steps.ts';

const CHOICES = [
  { value: 'off', label: 'Off' },
  { value: 'on', label: 'On' },
] as const;

/** The system keeps it, and she can change it there as well: it is asked for each time. */
export function LoginSwitch() {
  const [on, setOn] = useState<boolean | null>(null);
  useEffect(() => {
    let wanted = true;
    void desk()
      .login.get()
      .then((result) => {
        if (wanted && result.ok) setOn(result.value);
      });
    return () => {
      wanted = false;
    };
  }, []);
  return (
    <Select
      label="Start at login"
      choices={CHOICES}
      value={on ? 'on' : 'off'}
      disabled={on === null}
      onChange={(chosen) => void loginStep(chosen === 'on', setOn)}
    />
  );
}
