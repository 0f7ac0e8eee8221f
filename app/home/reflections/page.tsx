// What a client keeps of the guide: theirs alone, until they share one; each can be changed, taken back or taken away.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { requireClient } from '@/lib/accounts/require';
import { myReflections } from '@/lib/guide/my-reflections';
import { Note } from './note';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home.reflections'))('title') };
}

export default async function ReflectionsPage() {
  const { actor } = await requireClient();
  const [t, home, notes] = await Promise.all([
    getTranslations('home.reflections'),
    getTranslations('home'),
    myReflections(actor),
  ]);
  return (
    <ClientPage back={{ href: '/home', label: home('title') }} signedIn>
      <h1>{t('title')}</h1>
      <p className="text-lead">{t('lead')}</p>
      <Notice kind="info" title={t('whoTitle')}>
        <p>{t('who')}</p>
        <p>{t('moved')}</p>
      </Notice>
      {notes.length === 0 ? (
        <>
          <p>{t('none')}</p>
          <p>
            <ButtonLink href="/guide/starting" kind="secondary">
              {t('read')}
            </ButtonLink>
          </p>
        </>
      ) : (
        <ul className="flex list-none flex-col gap-5 ps-0">
          {notes.map((note) => (
            <Note key={note.question} note={note} />
          ))}
        </ul>
      )}
    </ClientPage>
  );
}
