import { FolderOpen } from 'lucide-react';
import { useEffect } from 'react';
import { askWatched, chooseWatched, useWatched } from '#renderer/session/watched.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { watchStep } from './settings-steps.ts';

const CHOICES = [
  { value: 'off', label: 'Not watched' },
  { value: 'on', label: 'Watched' },
] as const;

export function WatchedFolderField() {
  const folder = useWatched((state) => state.folder);
  // It may have been moved since, or its drive taken out.
  useEffect(() => void askWatched(), []);
  return (
    <div className="setting-fields">
      {folder && (
        <>
          <span className="setting-folder" title={folder.name}>
            {folder.there ? folder.name : `${folder.name} (not there now)`}
          </span>
          <Select
            label="Watch this folder"
            choices={CHOICES}
            value={folder.on ? 'on' : 'off'}
            onChange={(chosen) => void watchStep(chosen === 'on')}
          />
        </>
      )}
      <Button size="small" icon={<FolderOpen size={14} aria-hidden="true" />} onClick={() => void chooseWatched()}>
        {folder ? 'Another folder' : 'Choose a folder'}
      </Button>
    </div>
  );
}
