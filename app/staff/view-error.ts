// What is wrong with the name of a view, in words.
import { getTranslations } from 'next-intl/server';
import type { FormDraft } from '@/lib/accounts/form-draft';
import type { messages } from '@/messages/en';

type Wrong = keyof (typeof messages)['queue']['views']['wrong'];

/** Undefined when nothing is. */
export async function viewError(draft: FormDraft | null): Promise<string | undefined> {
  const t = await getTranslations('queue.views.wrong');
  const [error] = draft?.errors ?? [];
  return error && t(error.reason as Wrong);
}
