// A text of a document whole, the way clients read it: in short, in full, and what they tick.
import { useTranslations } from 'next-intl';
import { DocumentMarkdown } from '@/components/document-markdown';
import { Prose } from '@/components/ui/prose';
import { partsOf } from '@/lib/documents/published-text';

export function TextShown({ text }: { text: { parts: string; body: string } }) {
  const t = useTranslations('staffDocuments.shown');
  const { title, browserTitle, summary, boxes } = partsOf(text);
  return (
    <div className="max-w-[36rem] rounded-round border border-line bg-surface p-5 wrap-anywhere sm:p-6">
      <Prose>
        <p className="text-small text-ink-soft">{t('browserTitle', { title: browserTitle })}</p>
        <p className="font-heading text-[1.35rem] font-semibold">{title}</p>
        <p className="font-semibold">{t('inShort')}</p>
        <ul>
          {summary.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <hr />
        <DocumentMarkdown text={text.body} />
        <hr />
        <p className="font-semibold">{t('boxes')}</p>
        <ul>
          {boxes.map(({ id, label, mayStayEmpty }) => (
            <li key={id}>
              {label}
              {mayStayEmpty && <span className="text-ink-soft"> ({t('optional')})</span>}
            </li>
          ))}
        </ul>
      </Prose>
    </div>
  );
}
