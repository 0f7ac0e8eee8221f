// A colleague in a line: how they stand, what they are here, and how they get in.
import { useTranslations } from 'next-intl';
import { Tag, type Tone } from '@/components/ui/tag';
import { briefly, When } from '@/components/when';
import type { Colleague, TeamChange } from '@/lib/review/team';

const TONES: Record<Colleague['standing'], Tone> = {
  active: 'done',
  invited: 'todo',
  'run-out': 'amber',
  disabled: 'locked',
};

export function Standing({ standing }: Pick<Colleague, 'standing'>) {
  const t = useTranslations('team.standing');
  return <Tag tone={TONES[standing]}>{t(standing)}</Tag>;
}

export function RolesInWords({ roles }: Pick<Colleague, 'roles'>) {
  const t = useTranslations('team.role');
  return <>{roles.map((role) => t(`${role}.name`)).join(', ')}</>;
}

/** "App, 2 passkeys, 8 recovery codes". */
export function WayIn({ app, passkeys, codesLeft }: Pick<Colleague, 'app' | 'passkeys' | 'codesLeft'>) {
  const t = useTranslations('team.wayIn');
  if (!app) return <span className="text-ink-soft">{t('none')}</span>;
  const parts = [t('app'), ...(passkeys > 0 ? [t('passkeys', { count: passkeys })] : [])];
  return <span className="block min-w-[9em]">{[...parts, t('codes', { count: codesLeft })].join(', ')}</span>;
}

export function LastSignedIn({ signedInAt, zone }: { signedInAt: Date | null; zone: string }) {
  const t = useTranslations('team');
  return signedInAt ? <When at={signedInAt} zone={zone} /> : t('never');
}

/** Who changed what of the team, the newest first. */
export function Changes({ changes, zone }: { changes: readonly TeamChange[]; zone: string }) {
  const t = useTranslations('team');
  if (changes.length === 0) return <p>{t('noChanges')}</p>;
  return (
    <ul className="flex max-w-page list-none flex-col">
      {changes.map(({ event, at, who, by }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id and never move
          key={index}
          className="grid gap-x-4 border-b border-line py-[0.4em] sm:grid-cols-[12em_1fr]"
        >
          <time dateTime={at.toISOString()} className="text-ink-soft tabular-nums">
            {briefly(at, zone)}
          </time>
          <span>
            {t(`change.${event.replace('staff.', '') as ChangeWord}`, { who, by: by || t('byNobody') })}
          </span>
        </li>
      ))}
    </ul>
  );
}

type ChangeWord = TeamChange['event'] extends `staff.${infer Word}` ? Word : never;
