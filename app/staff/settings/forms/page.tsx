// Which parts of the questionnaire the clinic asks, as an admin chooses them, and what goes unseen without each.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DoneNotice } from '@/components/done-notice';
import { NotSaved } from '@/components/not-saved';
import { StaffPage } from '@/components/staff-page';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { PACKS_OFFERED } from '@/lib/forms/packs-offered';
import { FORMS } from './addresses';
import { loadPacks } from './load-packs';
import { PackPart } from './pack-part';

type Props = { searchParams: Promise<{ saved?: string; typed?: string }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { overtaken } = await loadPacks('typed' in (await searchParams));
  const [t, common] = [await getTranslations('packs'), await getTranslations('common')];
  return { title: overtaken ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function FormsSettingsPage({ searchParams }: Props) {
  const query = await searchParams;
  const { staff, off, draft, overtaken, ticked, stamp } = await loadPacks('typed' in query);
  const t = await getTranslations('packs');
  const saved = query.saved !== undefined && !draft;
  const titles = PACKS_OFFERED.flatMap((one) => [one, ...one.within]);
  const theirs = titles.filter(({ pack }) => off.includes(pack)).map(({ title }) => title);
  return (
    <StaffPage active="forms" who={staff.name} roles={staff.roles}>
      <ErrorSummary errors={overtaken ? [{ href: '#save', message: t('meanwhile') }] : []} />
      {saved && <DoneNotice>{t('saved')}</DoneNotice>}
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <Notice kind="quiet">
        <p>{t('stays')}</p>
        <p>{t('safety')}</p>
      </Notice>
      {overtaken && (
        <Notice kind="info">
          <p>{theirs.length > 0 ? t('theirs', { names: theirs.join(', ') }) : t('theirsNone')}</p>
        </Notice>
      )}
      {draft && <NotSaved action={`${FORMS}/save`} />}
      <form method="post" action={`${FORMS}/save`} className="flex max-w-page min-w-0 flex-col gap-6">
        <input type="hidden" name="stamp" value={stamp} />
        {PACKS_OFFERED.map((pack) => (
          <PackPart key={pack.pack} offered={pack} ticked={ticked} />
        ))}
        <div id="save">
          <Button>{t('save')}</Button>
        </div>
      </form>
    </StaffPage>
  );
}
