// What the guide is not, at the foot of each chapter.
import { useTranslations } from 'next-intl';

export function Disclaimer() {
  const t = useTranslations('guide');
  return (
    <footer className="border-t border-line pt-6 text-small text-ink-soft">
      <p className="max-w-line">
        <strong className="font-semibold">{t('aboutThis')}.</strong>{' '}
        {t.rich('disclaimer', { help: (words) => <a href="/urgent-help">{words}</a> })}
      </p>
    </footer>
  );
}
