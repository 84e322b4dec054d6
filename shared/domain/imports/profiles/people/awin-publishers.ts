import { NO_PEOPLE, peopleProfile } from './people-profile.ts';

/**
 * Awin, the advertiser's publishers. No document of Awin's names the columns of this list; `publisherId`, `publisherName`, `region`
 * and `tags` are those of the publisher report (which has clicks and sums, and is refused here), the others are usual words for them.
 */
export const awinPublishers = peopleProfile({
  id: 'awin-publishers',
  name: 'Awin publishers',
  network: 'Awin',
  source: 'synonyms',
  needs: [
    ['publisherId', 'Publisher ID'],
    ['publisherName', 'Publisher Name', 'Publisher'],
    [
      'Email',
      'Publisher Email',
      'Contact Email',
      'Website',
      'Publisher URL',
      'Display URL',
      'Membership Status',
      'Primary Type',
      'Joined',
    ],
  ],
  refuses: [...NO_PEOPLE, 'impressions', 'clicks', '# of Clicks', 'totalNo', 'totalComm', 'pendingNo', 'confirmedNo'],
  names: {
    name: ['publisherName', 'Publisher Name', 'Publisher'],
    firstName: ['Contact First Name', 'First Name'],
    lastName: ['Contact Last Name', 'Last Name', 'Contact Name', 'Contact'],
    company: ['Company', 'Company Name'],
    email: ['Email', 'Publisher Email', 'Contact Email', 'Email Address'],
    phone: ['Phone', 'Telephone'],
    website: ['Website', 'Publisher URL', 'Display URL', 'URL', 'Site URL'],
    country: ['Country', 'region', 'Primary Region'],
    partnerId: ['publisherId', 'Publisher ID'],
    partnerStatus: ['Membership Status', 'Status', 'Relationship'],
    tags: ['tags', 'Publisher Tags', 'Primary Type', 'Type'],
    joined: ['Joined', 'Join Date', 'Date Joined', 'Approved Date'],
  },
});
