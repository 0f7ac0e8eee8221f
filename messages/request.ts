// Every text for people, loaded from one file a part of the house; English first.
import { getRequestConfig } from 'next-intl/server';
import { messages } from './en';

export default getRequestConfig(async () => ({ locale: 'en', timeZone: 'UTC', messages }));
