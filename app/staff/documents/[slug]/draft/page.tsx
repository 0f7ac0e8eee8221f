// A document as an admin writes it: the form, how clients will read it, and what changes against the version that counts.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NotSaved } from '@/components/not-saved';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { When } from '@/components/when';
import { differencesBetween } from '@/lib/documents/differences';
import { copiesClause } from '@/lib/documents/locked-clause';
import { discardPage, documentPage, draftPage, oneOf, publishPage, type Search } from '../../addresses';
import { DifferencesShown } from '../../differences-shown';
import { ProblemNotice } from '../../problem-notice';
import { TextShown } from '../../text-shown';
import { sayErrors } from '../errors';
import { DraftForm } from './draft-form';
import { BothDrafts, GoneDraft, NewerVersion } from './draft-notices';
import { type LoadedDraft, loadDraft } from './load-draft';

type Props = Search & { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { errors } = await loadDraft((await params).slug);
  const [t, common] = [await getTranslations('staffDocuments.draft'), await getTranslations('common')];
  const title = t('browserTitle');
  return { title: errors.length > 0 ? common('errorTitle', { title }) : title };
}

export default async function DraftPage({ params, searchParams }: Props) {
  const loaded = await loadDraft((await params).slug);
  const { staff, slug, current, draft, text, errors, typed } = loaded;
  const query = await searchParams;
  const t = await getTranslations('staffDocuments');
  const said = sayErrors(errors, t);
  const reason = errors[0]?.reason;
  return (
    <StaffPage active="documents" who={staff.name} roles={staff.roles}>
      <BackLink href={documentPage(slug)}>{t('draft.back', { title: current.title })}</BackLink>
      <ErrorSummary errors={said.map(({ field, message }) => ({ href: `#${field}`, message }))} />
      <ProblemNotice
        problem={reason === 'not-allowed' || reason === 'unknown-version' ? reason : query.problem}
      />
      <h1>{t('draft.title', { title: current.title })}</h1>
      <Begun loaded={loaded} />
      {!typed && draft && oneOf(query.saved) === 'yes' && (
        <p role="status" className="font-semibold">
          {t('draft.saved', { version: current.version })}
        </p>
      )}
      {reason === 'edited-meanwhile' && <BothDrafts loaded={loaded} />}
      {reason === 'gone' && <GoneDraft version={current.version} />}
      {typed && reason !== 'edited-meanwhile' && <NotSaved action={`${draftPage(slug)}/save`} />}
      {draft && draft.baseVersion < current.version && <NewerVersion loaded={loaded} />}
      {loaded.published(text) && copiesClause(slug, text.body) && (
        <Notice kind="info">{t('draft.copies')}</Notice>
      )}
      <div className="grid gap-x-10 gap-y-8 pt-3 xl:grid-cols-2">
        <DraftForm loaded={loaded} errors={said} />
        <Preview loaded={loaded} />
      </div>
      <Changes loaded={loaded} />
      {draft && (
        <ButtonRow>
          {!typed && (
            <ButtonLink href={publishPage(slug)} kind="secondary">
              {t('draft.publish')}
            </ButtonLink>
          )}
          <ButtonLink href={discardPage(slug)} kind="quiet">
            {t('draft.discard')}
          </ButtonLink>
        </ButtonRow>
      )}
    </StaffPage>
  );
}

type Loaded = { loaded: LoadedDraft };

async function Begun({ loaded: { draft, current, zone } }: Loaded) {
  const t = await getTranslations('staffDocuments.draft');
  return (
    <p className="max-w-line">
      {draft
        ? t.rich('savedBy', {
            base: draft.baseVersion,
            name: draft.changedBy,
            when: () => <When at={draft.changedAt} zone={zone} />,
          })
        : t('begin', { version: current.version })}
    </p>
  );
}

async function Preview({ loaded: { published, text } }: Loaded) {
  const t = await getTranslations('staffDocuments.draft');
  const shown = published(text);
  return (
    <section aria-labelledby="preview" className="flow min-w-0">
      <h2 id="preview" tabIndex={-1}>
        {t('previewTitle')}
      </h2>
      {shown ? <TextShown text={shown} /> : <p>{t('previewOff')}</p>}
    </section>
  );
}

async function Changes({ loaded: { comparable, text, current } }: Loaded) {
  const t = await getTranslations('staffDocuments.draft');
  const now = comparable(text);
  if (!now) return null;
  return (
    <section aria-labelledby="changes" className="flow min-w-0">
      <h2 id="changes">{t('changesTitle', { version: current.version })}</h2>
      <DifferencesShown parts={differencesBetween(current, now)} none={t('nothing')} />
    </section>
  );
}
