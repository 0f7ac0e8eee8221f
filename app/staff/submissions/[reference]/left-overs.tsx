// Shows what was written and can't be sent any more, so that no word of it is lost, and lets its author put it away.
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { LeftOver } from './left-over';

export function LeftOvers({ all }: { all: readonly LeftOver[] }) {
  const t = useTranslations('notes.leftOver');
  if (all.length === 0) return null;
  return (
    <Notice kind="quiet" title={t('title')}>
      <p>{t('says')}</p>
      {all.map(({ what, texts, form }) => (
        <form
          key={`${what}-${Object.values(form.fields).join('-')}`}
          method="post"
          action={form.action}
          className="flow mt-3"
        >
          <p className="font-semibold">{t(`what.${what}`)}</p>
          {texts.map((text) => (
            <p key={text} className="max-w-line whitespace-pre-line wrap-anywhere">
              {text}
            </p>
          ))}
          {Object.entries(form.fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button kind="quiet" name="intent" value="later">
            {t('drop')}
          </Button>
        </form>
      ))}
    </Notice>
  );
}
