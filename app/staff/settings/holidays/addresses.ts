// Where closed days are set, and the key under which what was typed is kept.
export const HOLIDAYS = '/staff/settings/holidays';
export const HOLIDAYS_PREVIEW = `${HOLIDAYS}/preview`;
export const HOLIDAYS_FORM = 'staff/settings/holidays';
export const HOURS = '/staff/availability';
