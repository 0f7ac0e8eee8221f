// The forms as clients are asked them, for staff: every question, why it is asked, who reads the answer, and what follows from it.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OnThisPage } from '@/components/on-this-page';
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
      <OnThisPage
        places={sections.map(({ number, title }) => ({
          id: `section-${number}`,
          name: t('section', { number, title }),
        }))}
      >
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
      </OnThisPage>
    </StaffPage>
  );
}
