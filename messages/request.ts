// The texts of a request, in English, with the practice's own short name where the site is named.
import { getRequestConfig } from 'next-intl/server';
import { siteName } from '@/lib/clinic/site-name';
import { messages } from './en';

export default getRequestConfig(async () => {
  const shortName = (await siteName()) ?? messages.common.shortName;
  return {
    locale: 'en',
    timeZone: 'UTC',
    messages: { ...messages, common: { ...messages.common, shortName } },
  };
});
