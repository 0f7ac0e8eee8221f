// Where the rota is, and the key under which what was typed is kept.
export const ROTA = '/staff/on-call';
export const ROTA_FORM = 'staff/on-call/add';
/** In the choice of whom: on this date, nobody. */
export const NOBODY = 'nobody';
