// Where it is set for how long a time is kept for somebody who waits.

export const WAITING = '/staff/settings/waiting';
export const HOURS = '/staff/availability';
