import { chooseStep } from '#renderer/session/choose-step.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { useFormat } from '#renderer/session/use-period.ts';
import { parseAudience } from '#shared/domain/affiliates/channels.ts';
import { TIER_WORDS } from '#shared/domain/affiliates/words.ts';
import { say } from '#renderer/session/toasts.ts';
import { Taken } from './CustomFields.tsx';

const ABOVE = ['micro', 'mid', 'macro'] as const;

/** From which audience on an affiliate is of which tier. */
export function TierBounds() {
  const bounds = usePreferences((state) => state.tierBounds);
  const format = useFormat();
  return (
    <div className="setting-fields">
      {ABOVE.map((tier) => (
        <label key={`${tier} ${bounds[tier]}`} className="tier-bound">
          <span className="faint">{`${TIER_WORDS[tier]} from`}</span>
          <Taken
            label={`${TIER_WORDS[tier]} from`}
            value={format.count(bounds[tier])}
            onTake={(typed) => {
              const audience = parseAudience(typed);
              if (audience === null) return false;
              const next = { ...bounds, [tier]: audience };
              if (next.micro > next.mid || next.mid > next.macro) {
                say('Each tier begins above the one before it. What was there before stays.');
                return false;
              }
              chooseStep(`${TIER_WORDS[tier]} begins at ${format.count(audience)}`, { tierBounds: next });
              return true;
            }}
          />
        </label>
      ))}
    </div>
  );
}
