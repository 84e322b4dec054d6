import { useEffect, useRef, useState } from 'react';
import './drop-overlay.css';

/**
 * Takes files anywhere on the window. While they hover, one line says what will happen. `onFiles` gets them as the
 * browser hands them over; a drag of anything else is left alone.
 */
export function DropOverlay({
  words,
  onFiles,
}: {
  readonly words: string;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const [hovering, setHovering] = useState(false);
  // Enter and leave come once for every element that is crossed.
  const depth = useRef(0);

  useEffect(() => {
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth.current++;
      setHovering(true);
    };
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };
    const leave = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setHovering(false);
    };
    const drop = (event: DragEvent): void => {
      depth.current = 0;
      setHovering(false);
      if (!holdsFiles(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) onFiles(files);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onFiles]);

  if (!hovering) return null;
  return (
    <div className="drop-overlay" role="status">
      <p>{words}</p>
    </div>
  );
}
