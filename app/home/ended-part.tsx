// Home for somebody whose way here has ended: the letter if there is one, how to reach us, and what stays theirs to read.
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { SupportFacts } from '@/lib/forms/support-facts';
import type { Home } from '@/lib/onboarding/home';

/** `closed`: they came from a page that is open to them no more. */
export function EndedPart({ home, support, closed }: { home: Home; support: SupportFacts; closed: boolean }) {
  const t = useTranslations('endings.home');
  const { letter, facts, phone, email } = home;
  const reach = {
    phone: () => <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>,
    email: () => <a href={`mailto:${email}`}>{email}</a>,
  };
  return (
    <>
      {closed && (
        <div role="status">
          <Notice kind="info">{t('closedPage')}</Notice>
        </div>
      )}
      {letter && (
        <Notice kind="info" title={t('letterTitle')}>
          <p>{t(letter.read ? 'letterRead' : 'letterNew')}</p>
          <p>
            <ButtonLink href="/home/letter" kind={letter.read ? 'secondary' : 'primary'}>
              {t('letterSee')}
            </ButtonLink>
          </p>
        </Notice>
      )}
      <h2>{t('endedTitle')}</h2>
      <p className="max-w-line">{t(facts.ended === 'closed' ? 'endedClosed' : 'endedDeclined')}</p>
      {support.about.length > 0 && <GoesOn facts={support} letter={letter !== null} />}
      <p className="max-w-line">{t.rich('reach', reach)}</p>
    </>
  );
}

/** A danger sign is still in somebody's hands: said after the letter, which does not end it. Who reads over a shoulder learns no more than that. */
function GoesOn({ facts: { seen, by }, letter }: { facts: SupportFacts; letter: boolean }) {
  const t = useTranslations('endings.home');
  return (
    <div className="flow max-w-line">
      <p>
        {t(seen ? 'goesOnSeen' : 'goesOn', { way: t(`way.${by}`) })} {letter && t('goesOnLetter')}
      </p>
      <p>
        <a href="/support" className="inline-flex min-h-(--target) items-center">
          {t('goesOnSee')}
        </a>
      </p>
    </div>
  );
}

/** What they sent is theirs to read for as long as it is kept. */
export function SentOnce() {
  const t = useTranslations('endings.home');
  const link = 'inline-flex min-h-(--target) items-center';
  return (
    <section aria-labelledby="sent">
      <h2 id="sent">{t('forms')}</h2>
      <ul className="mt-2 flex list-none flex-col items-start ps-0">
        <li>
          <a href="/forms/check" className={link}>
            {t('formsSee')}
          </a>
        </li>
        <li>
          <a href="/forms/sent/copy.pdf" className={link}>
            {t('formsPdf')}
          </a>
        </li>
      </ul>
    </section>
  );
}
