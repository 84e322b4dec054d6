import { useId } from 'react';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useIncoming } from '#renderer/session/incoming.ts';
import { goTo, useNavigation, type Screen } from '#renderer/session/navigation.ts';
import { choose, usePreferences } from '#renderer/session/preferences.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { useWaitingQuestions } from '#renderer/features/conversations/use-questions.ts';
import { useUnread } from '#renderer/features/inbox/use-unread.ts';
import { LastImport } from '#renderer/features/imports/LastImport.tsx';
import { WatchedLine } from '#renderer/features/imports/WatchedLine.tsx';
import { useWaitingTasks } from '#renderer/features/tasks/use-waiting-tasks.ts';
import { PLACES, placeOf, SETTINGS, type Place } from './screens.ts';

export function Sidebar({ applications }: { readonly applications: number }) {
  const here = useNavigation((state) => placeOf(state.route.screen).screen);
  const open = usePreferences((state) => state.sidebar) === 'open';
  const unread = useUnread();
  const tasks = useWaitingTasks();
  const questions = useWaitingQuestions();
  const files = useIncoming((state) => state.entries.length);
  const waiting: Waiting = {
    ...(unread > 0 && { inbox: `${unread} unread` }),
    ...(tasks > 0 && { tasks: `${tasks} due` }),
    ...(applications > 0 && { pipeline: `${applications} waiting for your yes or no` }),
    ...(questions > 0 && { conversations: `${questions} due` }),
    ...(files > 0 && { imports: `${files} to check` }),
  };
  const Fold = open ? PanelLeftClose : PanelLeftOpen;
  return (
    <nav className={`sidebar${open ? '' : ' sidebar-icons'}`} aria-label="Screens">
      <div className="sidebar-top">
        {open && <span className="sidebar-name">Affiliate Desk</span>}
        <IconButton
          label={open ? 'Fold the sidebar' : 'Unfold the sidebar'}
          icon={<Fold size={16} aria-hidden="true" />}
          onClick={() => choose({ sidebar: open ? 'icons' : 'open' })}
        />
      </div>
      <ul>
        {PLACES.map((place) => (
          <PlaceLink
            key={place.screen}
            place={place}
            here={here === place.screen}
            open={open}
            waiting={waiting[place.screen]}
          />
        ))}
      </ul>
      <div className="sidebar-foot">
        {open && <WatchedLine />}
        {open && <LastImport />}
        <ul>
          <PlaceLink place={SETTINGS} here={here === SETTINGS.screen} open={open} />
        </ul>
      </div>
    </nav>
  );
}

/** What waits for her at a screen, beginning with how much: "3 unread". */
type Waiting = Partial<Readonly<Record<Screen, string>>>;

interface PlaceProps {
  readonly place: Place;
  readonly here: boolean;
  readonly open: boolean;
  readonly waiting?: string | undefined;
}

function PlaceLink({ place, here, open, waiting }: PlaceProps) {
  const Icon = place.icon;
  const id = useId();
  const count = waiting?.split(' ')[0];
  return (
    <li>
      <button
        type="button"
        className="sidebar-place"
        aria-current={here ? 'page' : undefined}
        aria-label={place.name}
        aria-describedby={waiting && id}
        title={open ? waiting : [place.name, waiting].filter(Boolean).join(', ')}
        onClick={() => goTo(place.route)}
      >
        <Icon size={16} aria-hidden="true" />
        {open && place.name}
      </button>
      {waiting && (
        <span id={id} className="sidebar-count" role="img" aria-label={waiting}>
          {open ? count : ''}
        </span>
      )}
    </li>
  );
}
