// One thing that must hold before opening: whether it does, what to do about it, and who said so.
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Tag } from '@/components/ui/tag';
import { When } from '@/components/when';
import type { Requirement } from '@/lib/clinic/going-live';
import { GOING_LIVE } from './addresses';

type Given = { one: Requirement; isAdmin: boolean; zone: string };

/** Where it is seen to. */
const PLACE: Partial<Record<Requirement['name'], string>> = {
  'on-call': '/staff/on-call',
  hours: '/staff/settings/practice',
  country: '/staff/settings/practice',
  contact: '/staff/settings/practice',
  documents: '/staff/documents',
};

export function RequirementItem({ one, isAdmin, zone }: Given) {
  const t = useTranslations('goingLive');
  const { name, holds, said, outdated } = one;
  const place = PLACE[name];
  return (
    <div className="flow keep-together rounded-soft border border-line bg-surface px-5 py-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Tag tone={holds ? 'done' : 'amber'}>{t(holds ? 'holds' : 'open-point')}</Tag>
        <h3>{t(`name.${name}`)}</h3>
      </div>
      <p className="max-w-line">{t(`todo.${name}`)}</p>
      {said && (
        <p className="text-ink-soft">
          {t.rich('said', { name: said.by, when: () => <When at={said.at} zone={zone} /> })}
        </p>
      )}
      {outdated && <p className="font-semibold">{t('outdated')}</p>}
      {place && (
        <p>
          <a href={place}>
            {t(`see.${name === 'on-call' ? 'onCall' : name === 'documents' ? 'documents' : 'clinic'}`)}
          </a>
        </p>
      )}
      {isAdmin && name === 'documents' && !holds && (
        <form method="post" action={`${GOING_LIVE}/documents`}>
          <Button kind="secondary">{t('publish')}</Button>
        </form>
      )}
      {isAdmin && (name === 'lawyer' || name === 'backups') && <Say what={name} holds={holds} />}
    </div>
  );
}

function Say({ what, holds }: { what: 'lawyer' | 'backups'; holds: boolean }) {
  const t = useTranslations('goingLive');
  return (
    <form method="post" action={`${GOING_LIVE}/confirm`} className="flow">
      <input type="hidden" name="what" value={what} />
      {holds ? (
        <>
          <input type="hidden" name="holds" value="no" />
          <Button kind="quiet">
            {t('takeBack')}
            <span className="sr-only">: {t(`name.${what}`)}</span>
          </Button>
        </>
      ) : (
        <>
          <label className="flex min-h-(--target) items-start gap-3">
            <input type="checkbox" name="sure" value="yes" className="mt-[0.15em] size-[1.35em] shrink-0" />
            <span>{t(`sure.${what}`)}</span>
          </label>
          <Button kind="secondary">
            {t('confirm')}
            <span className="sr-only">: {t(`name.${what}`)}</span>
          </Button>
        </>
      )}
    </form>
  );
}
