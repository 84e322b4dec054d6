/** A checklist as the program offers it to begin with. `stageId`: of the stages the program comes with. */
export interface SuggestedChecklist {
  readonly name: string;
  readonly stageId: string;
  readonly items: readonly string[];
}

/** Checklists to begin with. */
export const SUGGESTED_CHECKLISTS: readonly SuggestedChecklist[] = [
  {
    name: 'Onboarding',
    stageId: 'onboarding',
    items: [
      'Terms accepted',
      'Tax form received',
      'Payment details checked',
      'Tracking link tested',
      'Banners and product feed sent',
      'First content live',
    ],
  },
  {
    name: 'Checking an application',
    stageId: 'applied',
    items: [
      'Site or channel looked at',
      'Audience and country fit',
      'Disclosure of links found',
      'No trademark bidding or cookie stuffing',
      'No second account with us',
    ],
  },
  {
    name: 'Winning back',
    stageId: 'dormant',
    items: [
      'Links on their pages still work',
      'Written to with this season’s offers',
      'Called or met',
      'New offer or code agreed',
      'First sale again',
    ],
  },
];
