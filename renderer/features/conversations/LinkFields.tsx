import { usablePatterns, useLinkWish, wantedPattern } from '#renderer/session/link-wish.ts';
import { usePreferences } from '#renderer/session/preferences.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { placeholdersOf } from '#shared/domain/materials/links.ts';

/** Of what the links in a message are made. */
export function LinkFields() {
  const patterns = usablePatterns(usePreferences((state) => state.linkPatterns));
  const wish = useLinkWish();
  const pattern = wantedPattern(patterns, wish.patternId);
  const names = pattern ? [...placeholdersOf(pattern.pattern), ...placeholdersOf(wish.url)] : [];
  return (
    <div className="link-fields">
      <span>Link</span>
      <Select
        label="Link pattern"
        choices={patterns.map(({ id, name }) => ({ value: id, label: name }))}
        value={pattern?.id ?? ''}
        onChange={(patternId) => useLinkWish.setState({ patternId })}
      />
      <input
        className="field"
        aria-label="Address the link leads to"
        placeholder="https://your-shop.com"
        maxLength={2000}
        value={wish.url}
        onChange={(event) => useLinkWish.setState({ url: event.target.value })}
      />
      {names.includes('campaign') && (
        <input
          className="field"
          aria-label="Campaign of the link"
          placeholder="Campaign"
          style={{ gridColumn: '2 / -1' }}
          maxLength={200}
          value={wish.campaign}
          onChange={(event) => useLinkWish.setState({ campaign: event.target.value })}
        />
      )}
    </div>
  );
}
