// Beside the boxes for messages: what was said before, in the forms, about being contacted, and that the stricter of the two counts.
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { requireClient } from '@/lib/accounts/require';
import { contactInWords } from '@/lib/forms/contact-in-words';

export async function SaidInForms() {
  const { actor } = await requireClient();
  const [t, how] = [await getTranslations('documents.messages'), await contactInWords(actor)];
  return (
    <Notice kind="info">
      <p>{how ? t.rich('said', { how, a: (words) => <a href="/forms/2/a4">{words}</a> }) : t('notSaid')}</p>
    </Notice>
  );
}
