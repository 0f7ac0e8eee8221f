// Where a member of staff is signed in, with a way to end each session but this one.
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { briefly, When } from '@/components/when';
import type { OwnSession } from '@/lib/accounts/own-sessions';
import { ACCOUNT } from './own-page';

export function Sessions({ sessions, zone }: { sessions: readonly OwnSession[]; zone: string }) {
  const t = useTranslations('ownAccount.sessions');
  return (
    <section aria-labelledby="sessions" className="flow">
      <h2 id="sessions">{t('title')}</h2>
      <Table
        caption={t('table')}
        captionHidden
        head={[t('head.device'), t('head.network'), t('head.begun'), t('head.used'), t('head.end')]}
        rows={sessions.map((one) => [
          <Device key="device" one={one} />,
          one.network ?? t('unknownNetwork'),
          <When key="begun" at={one.begunAt} zone={zone} />,
          <When key="used" at={one.lastUsedAt} zone={zone} />,
          one.here ? (
            <Tag key="here" tone="active">
              {t('here')}
            </Tag>
          ) : (
            <End key="end" one={one} zone={zone} />
          ),
        ])}
      />
      {sessions.length > 1 && (
        <form method="post" action={`${ACCOUNT}/sessions/end`}>
          <Button kind="secondary" name="session" value="other">
            {t('endOthers')}
          </Button>
        </form>
      )}
    </section>
  );
}

function useDevice({ browser, system }: OwnSession) {
  const t = useTranslations('ownAccount.sessions');
  return t('device', { browser: browser ?? t('unknownBrowser'), system: system ?? t('unknownSystem') });
}

const Device = ({ one }: { one: OwnSession }) => <span className="font-semibold">{useDevice(one)}</span>;

function End({ one, zone }: { one: OwnSession; zone: string }) {
  const t = useTranslations('ownAccount.sessions');
  const device = useDevice(one);
  return (
    <form method="post" action={`${ACCOUNT}/sessions/end`}>
      <input type="hidden" name="session" value={one.id} />
      <button
        type="submit"
        className="inline-flex min-h-(--target) cursor-pointer items-center text-dusk-deep underline underline-offset-[0.18em]"
      >
        {t('end')}
        <span className="sr-only"> {t('endHidden', { device, when: briefly(one.begunAt, zone) })}</span>
      </button>
    </form>
  );
}
