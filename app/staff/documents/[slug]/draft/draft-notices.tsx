// What somebody who writes must know first: that somebody else wrote too, or that the draft is gone.
import { useTranslations } from 'next-intl';
import { AlertNotice } from '@/components/alert-notice';
import { DropTyped } from '@/components/not-saved';
import { Button } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { Notice } from '@/components/ui/notice';
import { When } from '@/components/when';
import { differencesBetween } from '@/lib/documents/differences';
import { draftPage } from '../../addresses';
import { DifferencesShown } from '../../differences-shown';
import { TextShown } from '../../text-shown';
import type { LoadedDraft } from './load-draft';

type Loaded = { loaded: LoadedDraft };

/** Both texts: theirs, saved; and how the one in the form differs from it. */
export function BothDrafts({ loaded }: Loaded) {
  const { draft, saved, text, published, zone, slug } = loaded;
  const t = useTranslations('staffDocuments.both');
  const [theirs, mine] = [published(saved), published(text)];
  if (!draft || !theirs || !mine) return null;
  return (
    <section aria-labelledby="both" className="flow max-w-[52rem] rounded-soft border-2 border-danger p-5">
      <div
        role="alert"
        tabIndex={-1}
        // biome-ignore lint/a11y/noAutofocus: who was refused begins here, without JavaScript too
        autoFocus
      >
        <h2 id="both">{t('title', { name: draft.changedBy })}</h2>
        <p>{t.rich('lead', { when: () => <When at={draft.changedAt} zone={zone} /> })}</p>
      </div>
      <DifferencesShown parts={differencesBetween(theirs, mine)} none="" sides />
      <Details summary={t('theirs')}>
        <TextShown text={theirs} />
      </Details>
      <p>{t('choose')}</p>
      <DropTyped action={`${draftPage(slug)}/save`} label={t('keepTheirs')} />
    </section>
  );
}

export function GoneDraft({ version }: { version: number }) {
  const t = useTranslations('staffDocuments.both');
  return <AlertNotice title={t('goneTitle')}>{t('gone', { version })}</AlertNotice>;
}

/** Another version was published since: the draft goes on from it once the two are compared. */
export function NewerVersion({ loaded: { draft, current, slug } }: Loaded) {
  const t = useTranslations('staffDocuments.draft');
  return (
    <Notice kind="info" title={t('newerTitle', { version: current.version })}>
      <p>{t('newer')}</p>
      <form method="post" action={`${draftPage(slug)}/carry-on`}>
        <input type="hidden" name="revision" value={draft?.revision} />
        <input type="hidden" name="version" value={current.version} />
        <Button kind="secondary">{t('carryOn')}</Button>
      </form>
    </Notice>
  );
}
