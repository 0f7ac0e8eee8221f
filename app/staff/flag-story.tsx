// What happened to a danger sign so far: by when it is due, who was told, in whose hands it is, each try, and how it ended.
import { useTranslations } from 'next-intl';
import { When } from '@/components/when';
import type { FlagWithAnswer } from '@/lib/review/submission-file';

type Given = { flag: FlagWithAnswer; zone: string; readerId: string };

export function FlagStory({ flag, zone, readerId }: Given) {
  const t = useTranslations('flags.state');
  const at = (instant: Date) => ({ when: () => <When at={instant} zone={zone} /> });
  const { told, escalations, acknowledged, holder, takenFrom, attempts, closed } = flag;
  return (
    <>
      {!acknowledged && <Due flag={flag} zone={zone} />}
      {told.length > 0 && (
        <p className="text-ink-soft">{t('told', { names: told.map(({ name }) => name).join(', ') })}</p>
      )}
      {escalations.map(({ step, at: when, names }) => (
        <p key={step} className="font-semibold">
          {names.length > 0
            ? t.rich('escalated', { names: names.join(', '), ...at(when) })
            : t.rich('escalatedNobody', at(when))}
        </p>
      ))}
      {acknowledged && <p>{t.rich('acknowledged', { name: acknowledged.by, ...at(acknowledged.at) })}</p>}
      {holder && !closed && (holder.name !== acknowledged?.by || holder.id === readerId) && (
        <p>
          {holder.id === readerId
            ? t.rich('mine', at(holder.since))
            : t.rich('holder', { name: holder.name, ...at(holder.since) })}
          {takenFrom &&
            ` ${takenFrom.id === readerId ? t('takenFromYou') : t('takenFrom', { name: takenFrom.name })}`}
        </p>
      )}
      {attempts.length > 0 && <Attempts flag={flag} zone={zone} />}
      {closed && <Closed closed={closed} zone={zone} />}
    </>
  );
}

function Due({ flag: { level, dueAt, late }, zone }: Omit<Given, 'readerId'>) {
  const t = useTranslations('flags.state');
  if (!dueAt) return <p>{t('beforeSession')}</p>;
  const by = { when: () => <When at={dueAt} zone={zone} /> };
  if (late) return <p className="font-semibold">{t.rich('late', by)}</p>;
  return <p className="font-semibold">{t.rich(level === 'amber' ? 'beforeSessionBy' : 'due', by)}</p>;
}

function Attempts({ flag, zone }: Omit<Given, 'readerId'>) {
  const t = useTranslations('flags');
  return (
    <div>
      <p className="font-semibold">{t('state.attempts')}</p>
      <ul>
        {flag.attempts.map(({ id, at, by, way, note }) => (
          <li key={id}>
            {t.rich('state.attempt', {
              ...{ way: t(`attempt.ways.${way}`), name: by },
              when: () => <When at={at} zone={zone} />,
            })}
            {note && <span className="block whitespace-pre-line wrap-anywhere">{note}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Closed({ closed, zone }: { closed: NonNullable<FlagWithAnswer['closed']>; zone: string }) {
  const t = useTranslations('flags');
  const { at, by, outcome, note, detail } = closed;
  return (
    <>
      <p className="font-semibold">
        {t.rich('state.closed', {
          ...{ outcome: t(`outcome.${outcome}`), name: by },
          when: () => <When at={at} zone={zone} />,
        })}
      </p>
      {detail.tool && (
        <p className="wrap-anywhere">{t('state.tool', { tool: detail.tool, date: detail.on ?? '' })}</p>
      )}
      {detail.where && <p className="wrap-anywhere">{t('state.where', { where: detail.where })}</p>}
      {note && <p className="whitespace-pre-line wrap-anywhere">{note}</p>}
    </>
  );
}
