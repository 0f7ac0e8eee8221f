// Where the fees are set, and the key under which what was typed is kept.
export const FEES = '/staff/settings/fees';
export const FEES_FORM = 'staff/settings/fees';
