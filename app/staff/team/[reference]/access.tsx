// How a colleague gets in, and what an admin can do about it: invite again, take back, reset, disable, let in again.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { When } from '@/components/when';
import { colleaguePage, disablePage, leftPage } from '../addresses';
import type { LoadedColleague } from './load-colleague';

export function Access({ colleague, self }: LoadedColleague) {
  const t = useTranslations('team.access');
  const { standing, reference, app } = colleague;
  return (
    <section aria-labelledby="access" className="flow">
      <h2 id="access">{t('title')}</h2>
      {self ? (
        <p className="max-w-line">
          {t.rich('self', { own: (chunks) => <a href="/staff/account">{chunks}</a> })}
        </p>
      ) : (
        <>
          {(standing === 'invited' || standing === 'run-out') && <Invitation {...colleague} />}
          {app && standing === 'active' && (
            <Details summary={t('reset')}>
              <p className="max-w-line">{t('resetLead')}</p>
              <Act reference={reference} act="reset">
                {t('resetSubmit')}
              </Act>
            </Details>
          )}
          {standing === 'disabled' ? (
            <>
              <p className="max-w-line">
                {colleague.disabledAt &&
                  t.rich('disabledSince', {
                    when: () => <When at={colleague.disabledAt ?? new Date(0)} zone={colleague.zone} />,
                  })}
              </p>
              {colleague.toHandOver && (
                <p>
                  <a href={leftPage(reference)}>{t('left')}</a>
                </p>
              )}
              <Act reference={reference} act="enable">
                {t('enable')}
              </Act>
            </>
          ) : (
            <p>
              <ButtonLink kind="secondary" href={disablePage(reference)}>
                {t('disable')}
              </ButtonLink>
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Invitation({ reference, enrolUntil, standing, neverCame, zone }: LoadedColleague['colleague']) {
  const t = useTranslations('team.access');
  return (
    <>
      <p className="max-w-line">
        {enrolUntil
          ? t.rich(standing === 'run-out' ? 'ranOut' : 'until', {
              when: () => <When at={enrolUntil} zone={zone} />,
            })
          : t('notYet')}
      </p>
      <Act reference={reference} act="again">
        {t('again')}
      </Act>
      {neverCame && (
        <Details summary={t('takeBack')}>
          <p className="max-w-line">{t('takeBackLead')}</p>
          <Act reference={reference} act="take-back">
            {t('takeBackSubmit')}
          </Act>
        </Details>
      )}
    </>
  );
}

type ActName = 'again' | 'take-back' | 'reset' | 'enable';

function Act({ reference, act, children }: { reference: string; act: ActName; children: ReactNode }) {
  return (
    <form method="post" action={`${colleaguePage(reference)}/${act}`}>
      <Button kind="secondary">{children}</Button>
    </form>
  );
}
