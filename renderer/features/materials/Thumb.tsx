import { FileText, Image as ImageIcon, Link2, Rss, ScrollText } from 'lucide-react';
import { useState } from 'react';
import { isPicture, libraryUrl } from '#renderer/session/library.ts';
import type { MaterialKind, MaterialVersion } from '#shared/domain/materials/material.ts';
import { typeWords } from './material-words.ts';

const ICONS = { banner: ImageIcon, link: Link2, feed: Rss, copy: FileText, guideline: ScrollText } as const;

interface Props {
  readonly kind: MaterialKind;
  readonly version: MaterialVersion;
  /** Hears how large a picture really is, as "728×90". */
  readonly onSize?: (size: string) => void;
}

/** What a version looks like: its picture, its first words, or what kind of file it is. */
export function Thumb({ kind, version: { file, text }, onSize }: Props) {
  const [broken, setBroken] = useState<string | null>(null);
  const Icon = ICONS[kind];
  if (file && isPicture(file) && broken !== file.fileId) {
    return (
      <img
        className="thumb-picture"
        src={libraryUrl(file.fileId)}
        alt=""
        // Dragged, it would be dropped on the window as a file.
        draggable={false}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => onSize?.(`${naturalWidth}×${naturalHeight}`)}
        onError={() => setBroken(file.fileId)}
      />
    );
  }
  if (!file && text !== '' && kind !== 'link') return <span className="thumb-words">{text}</span>;
  return (
    <span className="thumb-icon">
      <Icon size={24} aria-hidden="true" />
      {file ? typeWords(file) : kind === 'link' ? hostOf(text) : ''}
    </span>
  );
}

const hostOf = (text: string): string => URL.parse(text)?.hostname ?? text;
