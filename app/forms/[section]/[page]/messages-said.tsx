// Beside the question how to contact them: what a client said in "Messages" about e-mail, as the stricter of the two counts.
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';

/** `allowsMail` null = it was never confirmed, and there is nothing to say. */
export function MessagesSaid({ allowsMail }: { allowsMail: boolean | null }) {
  const t = useTranslations('documents.messages');
  if (allowsMail === null) return null;
  return (
    <Notice kind="quiet">
      <p>
        {t.rich(allowsMail ? 'ticked' : 'notTicked', {
          a: (words) => <a href="/documents/messages">{words}</a>,
        })}
      </p>
    </Notice>
  );
}
