import { FolderOpen } from 'lucide-react';
import { usePreferences } from '#renderer/session/preferences.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { reportFolderStep } from './settings-steps.ts';

export function ReportFolderField() {
  const folder = usePreferences((state) => state.reportFolder);
  return (
    <div className="setting-fields">
      {folder && (
        <span className="setting-folder" title={folder.name}>
          {folder.name}
        </span>
      )}
      <Button size="small" icon={<FolderOpen size={14} aria-hidden="true" />} onClick={() => void reportFolderStep()}>
        {folder ? 'Another folder' : 'Choose a folder'}
      </Button>
    </div>
  );
}
