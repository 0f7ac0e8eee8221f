// Why a question is asked, who uses the answer, what follows without one, and how long it is kept.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Details } from '@/components/ui/details';
import { type Question, RETENTION } from '@/lib/forms/question';

export function WhyWeAsk({ question }: { question: Question }) {
  const t = useTranslations('forms');
  const b = (words: ReactNode) => <strong>{words}</strong>;
  const { why, usedBy, ifSkipped, ifRisk, retention } = question;
  return (
    <Details summary={t('why')}>
      <p>{why}</p>
      <p>{t.rich('whyUsed', { text: usedBy, b })}</p>
      <p>{t.rich('whySkipped', { text: ifSkipped, b })}</p>
      {!ifRisk.startsWith('Nothing') && <p>{t.rich('whyRisk', { text: ifRisk, b })}</p>}
      <p>{RETENTION[retention]}</p>
    </Details>
  );
}
