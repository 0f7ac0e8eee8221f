// The app, the recovery codes and the passkeys a member of staff has, each with what can be done about it.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { When } from '@/components/when';
import type { OwnKeys } from '@/lib/accounts/own-keys';
import { ACCOUNT } from './own-page';

export function SecondStep({ keys }: { keys: OwnKeys }) {
  const t = useTranslations('ownAccount.secondStep');
  const when = (at: Date) => ({ when: () => <When at={at} zone={keys.zone} /> });
  return (
    <section aria-labelledby="second-step" className="flow">
      <h2 id="second-step">{t('title')}</h2>
      <dl className="max-w-page border-t border-line">
        <Part name={t('app')} href={`${ACCOUNT}/app`} act={t('appAnew')}>
          {keys.appSince && t.rich('appSince', when(keys.appSince))}
        </Part>
        <Part name={t('codes')} href={`${ACCOUNT}/codes`} act={t('codesAnew')}>
          <span className={keys.codesLeft === 0 ? 'font-semibold text-warn' : undefined}>
            {t('codesLeft', { count: keys.codesLeft })}
          </span>
          {keys.codesWait && (
            <span className="block">
              {t('codesWait')}{' '}
              <a href="/staff/enrol/codes" className="inline-block py-1">
                {t('codesSee')}
              </a>
            </span>
          )}
        </Part>
        <Part name={t('passkeys')} href={`${ACCOUNT}/passkey`} act={t('add')}>
          {keys.passkeys.length === 0 && t('noPasskeys')}
          <ul className="flex list-none flex-col gap-2">
            {keys.passkeys.map(({ reference, label, addedAt, lastUsedAt }) => (
              <li key={reference} className="flex flex-wrap items-baseline gap-x-4">
                <span className="font-semibold wrap-anywhere">{label || t('unnamed')}</span>
                <span className="text-ink-soft">
                  {t.rich('added', when(addedAt))}{' '}
                  {lastUsedAt ? t.rich('used', when(lastUsedAt)) : t('unused')}
                </span>
                <a href={`${ACCOUNT}/remove?passkey=${reference}`} className="inline-block py-1">
                  {t('remove')}
                  <span className="sr-only"> {label || t('unnamed')}</span>
                </a>
              </li>
            ))}
          </ul>
        </Part>
      </dl>
    </section>
  );
}

type Props = { name: string; href: string; act: string; children: ReactNode };

function Part({ name, href, act, children }: Props) {
  return (
    <div className="grid gap-x-6 gap-y-1 border-b border-line py-[0.35em] sm:grid-cols-[12em_minmax(0,1fr)_14em]">
      <dt className="py-1 font-semibold">{name}</dt>
      <dd className="min-w-0 max-w-line py-1">{children}</dd>
      <dd>
        <a href={href} className="inline-block py-1">
          {act}
        </a>
      </dd>
    </div>
  );
}
