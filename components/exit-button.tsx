// The way out, in the same place on every page: a plain link, so that it works before and without any script.
import { useTranslations } from 'next-intl';
import { ExitShortcut } from './exit-shortcut';

export function ExitButton() {
  const t = useTranslations('common');
  return (
    <>
      <a
        href="/exit"
        rel="nofollow noreferrer"
        className="way-out edge inline-flex min-h-(--target) items-center rounded-soft bg-dusk-deep px-[0.9em] py-[0.4em] leading-tight font-semibold text-on-dusk no-underline hover:underline"
      >
        {t('exit.short')}
        <span className="max-sm:sr-only">&nbsp;{t('exit.rest')}</span>
      </a>
      <ExitShortcut
        words={{
          once: t('exit.pressedOnce'),
          twice: t('exit.pressedTwice'),
          leaving: t('exit.leaving'),
        }}
      />
    </>
  );
}
