// Where the practice's own settings are, and the key under which what was typed is kept.
export const PRACTICE = '/staff/settings/practice';
export const PRACTICE_FORM = 'staff/settings/practice';
