// One note: the question, the words, who reads them, and what can be done about it.

import { useTranslations } from 'next-intl';
import { MadeFor } from '@/components/made-for';
import { Button, ButtonLink } from '@/components/ui/button';
import { Tag } from '@/components/ui/tag';
import type { MyReflection } from '@/lib/guide/my-reflections';

export function Note({ note }: { note: MyReflection }) {
  const t = useTranslations('home.reflections');
  const { question, asks, chapter, chosen, text, stamp, shared } = note;
  const id = `note-${question}`;
  return (
    <li id={id} className="scroll-mt-28 rounded-soft border border-line bg-surface p-5">
      <p className="text-small text-ink-soft">{t('from', { chapter: chapter.title })}</p>
      <h2 className="text-h3">{asks}</h2>
      {chosen && <p className="mt-2 font-semibold">{chosen}</p>}
      {text && <p className="mt-2 whitespace-pre-line">{text}</p>}
      <p className="mt-3">
        <Tag tone={shared ? 'active' : 'neutral'}>{t(shared ? 'shared' : 'own')}</Tag>
      </p>
      <div className="no-print mt-3 flex flex-col items-start gap-1">
        <form method="post" action="/home/reflections/share">
          <MadeFor />
          <input type="hidden" name="question" value={question} />
          <input type="hidden" name="stamp" value={stamp} />
          <input type="hidden" name="shared" value={shared ? 'no' : 'yes'} />
          <Button kind="secondary">
            {t(shared ? 'unshare' : 'share')}
            <span className="sr-only"> {t('about', { question: asks })}</span>
          </Button>
        </form>
        {/* In line with the words above: neither has an edge of its own. */}
        <div className="-ms-[1.25em] flex flex-wrap items-center">
          <ButtonLink href={`/guide/${chapter.slug}#think`} kind="quiet">
            {t('change')}
            <span className="sr-only"> {t('about', { question: asks })}</span>
          </ButtonLink>
          <form method="post" action="/home/reflections/remove">
            <MadeFor />
            <input type="hidden" name="question" value={question} />
            <Button kind="quiet">
              {t('remove')}
              <span className="sr-only"> {t('about', { question: asks })}</span>
            </Button>
          </form>
        </div>
      </div>
    </li>
  );
}
