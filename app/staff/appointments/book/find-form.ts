// The key under which what staff searched for is kept: a name or an address never stands in a URL.

export const FIND_FORM = 'staff/appointments/book';
