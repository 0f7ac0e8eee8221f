// Where the checklist before opening is.
export const GOING_LIVE = '/staff/settings/going-live';
