// The texts of a request, in English, with the practice's own short name where the site is named.
import { getRequestConfig } from 'next-intl/server';
import { _createCache } from 'use-intl/core';
import { siteName } from '@/lib/clinic/site-name';
import { messages } from './en';

/**
 * A text with places to fill is taken apart once a process, and not once a page: next-intl makes a new one of these for
 * each translator unless it is given one. A name of its inside: should it change, pages are as right and a little slower.
 */
const takenApart = { _cache: _createCache() };

export default getRequestConfig(async () => {
  const shortName = (await siteName()) ?? messages.common.shortName;
  return {
    ...takenApart,
    locale: 'en',
    timeZone: 'UTC',
    messages: { ...messages, common: { ...messages.common, shortName } },
  };
});
