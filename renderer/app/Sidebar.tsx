import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { goTo, useNavigation } from '#renderer/session/navigation.ts';
import { choose, usePreferences } from '#renderer/session/preferences.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { LastImport } from '#renderer/features/imports/LastImport.tsx';
import { PLACES, placeOf, SETTINGS, type Place } from './screens.ts';

export function Sidebar() {
  const here = useNavigation((state) => placeOf(state.route.screen).screen);
  const open = usePreferences((state) => state.sidebar) === 'open';
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
          <PlaceLink key={place.screen} place={place} here={here === place.screen} open={open} />
        ))}
      </ul>
      <div className="sidebar-foot">
        {open && <LastImport />}
        <ul>
          <PlaceLink place={SETTINGS} here={here === SETTINGS.screen} open={open} />
        </ul>
      </div>
    </nav>
  );
}

function PlaceLink({ place, here, open }: { readonly place: Place; readonly here: boolean; readonly open: boolean }) {
  const Icon = place.icon;
  return (
    <li>
      <button
        type="button"
        className="sidebar-place"
        aria-current={here ? 'page' : undefined}
        aria-label={place.name}
        title={open ? undefined : place.name}
        onClick={() => goTo(place.route)}
      >
        <Icon size={16} aria-hidden="true" />
        {open && place.name}
      </button>
    </li>
  );
}
