import type { MergedPiece } from '#shared/domain/conversations/merge.ts';

interface Props {
  readonly subject: readonly MergedPiece[];
  readonly body: readonly MergedPiece[];
}

/** A message as one person gets it; what is missing in it stands out. */
export function MergedPreview({ subject, body }: Props) {
  return (
    <div className="merged text-selectable">
      <p className="merged-subject">
        {subject.length === 0 ? <span className="faint">No subject</span> : shown(subject)}
      </p>
      <div className="merged-body">{shown(body)}</div>
    </div>
  );
}

const shown = (merged: readonly MergedPiece[]) =>
  merged.map((piece, at) => {
    if (piece.kind === 'text') return piece.text;
    const title = TITLES[piece.kind];
    return piece.kind === 'value' || piece.kind === 'fallback' ? (
      <span key={at} className={`merged-${piece.kind}`} title={title}>
        {piece.text}
      </span>
    ) : (
      <mark key={at} className="merged-missing" title={title}>
        {piece.text}
      </mark>
    );
  });

const TITLES: Readonly<Record<Exclude<MergedPiece['kind'], 'text'>, string>> = {
  value: 'From the affiliate',
  fallback: 'Instead of what is missing',
  missing: 'Missing for this affiliate',
  unknown: 'No such field',
  unclosed: 'This field is never closed',
};
