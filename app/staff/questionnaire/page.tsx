// The forms as clients are asked them, for staff: every question, why it is asked, who reads the answer, and what follows from it.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { requireStaff } from '@/lib/accounts/require';
import { definition } from '@/lib/forms/definition';
import { AboutQuestion } from './about-question';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff.questionnaire'))('title') };
}

export default async function QuestionnairePage() {
  const { staff } = await requireStaff();
  const t = await getTranslations('staff.questionnaire');
  const { sections, version, instruments } = definition;
  const partOf = (id: string) => instruments.find(({ items }) => items.includes(id))?.title ?? null;
  return (
    <StaffPage active="questionnaire" who={staff.name} roles={staff.roles}>
      <h1>{t('heading')}</h1>
      <p className="max-w-line">{t('lead', { version })}</p>
      <nav aria-label={t('sections')} className="no-print">
        <ul className="flex list-none flex-wrap gap-x-6 ps-0">
          {sections.map(({ number, title }) => (
            <li key={number}>
              <a href={`#section-${number}`} className="inline-flex min-h-(--target) items-center">
                {t('section', { number, title })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map(({ number, title, pack, opening, questions }) => (
        <section key={number} aria-labelledby={`section-${number}`} className="flow">
          <h2 id={`section-${number}`}>{t('section', { number, title })}</h2>
          {pack && <p className="text-ink-soft">{t('pack')}</p>}
          {opening && (
            <div className="max-w-line text-ink-soft">
              <h3>{t('opening')}</h3>
              {opening.text.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </div>
          )}
          {questions.map((question) => (
            <AboutQuestion key={question.id} question={question} partOf={partOf(question.id)} />
          ))}
        </section>
      ))}
    </StaffPage>
  );
}
