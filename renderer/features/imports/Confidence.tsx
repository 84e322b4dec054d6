/** How sure something is: a word, and as many of three marks. */
export function Confidence({ level, word }: { readonly level: 1 | 2 | 3; readonly word: string }) {
  return (
    <span className="confidence">
      <svg width="22" height="8" viewBox="0 0 22 8" aria-hidden="true">
        {[0, 1, 2].map((at) => (
          <circle key={at} cx={4 + at * 7} cy={4} r={2.5} className={at < level ? 'confidence-on' : 'confidence-off'} />
        ))}
      </svg>
      {word}
    </span>
  );
}
