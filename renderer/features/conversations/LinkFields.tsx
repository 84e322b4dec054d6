import { usePreferences } from '#renderer/session/preferences.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { useLinkWish, wantedPattern } from './link-wish.ts';

/** Of what the links in a message are made. */
export function LinkFields() {
  const patterns = usePreferences((state) => state.linkPatterns);
  const wish = useLinkWish();
  const pattern = wantedPattern(patterns, wish);
  if (!pattern) {
    return <p className="small faint">Links are made of your own patterns: add one in Materials, under Links.</p>;
  }
  return (
    <div className="link-fields">
      <span>Link</span>
      <Select
        label="Link pattern"
        choices={patterns.map(({ id, name }) => ({ value: id, label: name }))}
        value={pattern.id}
        onChange={(patternId) => useLinkWish.setState({ patternId })}
      />
      <input
        className="field"
        aria-label="Address the link leads to"
        placeholder="https://your-shop.com"
        maxLength={1000}
        value={wish.url}
        onChange={(event) => useLinkWish.setState({ url: event.target.value })}
      />
    </div>
  );
}
