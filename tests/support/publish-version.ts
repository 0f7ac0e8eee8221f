// Publishes a new version of a document on a running site, with the words of its newest one changed.
import { randomUUID } from 'node:crypto';
import type { DocumentSlug } from '@/lib/documents/document-text';
import { sha256OfText } from '@/lib/documents/published-text';
import type { ChangeClass } from '@/lib/documents/standing';
import { asOwner } from './site-database';

/** `change` gets the body, Markdown, and must give another. `dataFolder` is the site's. */
export async function publishVersion(
  dataFolder: string,
  slug: DocumentSlug,
  changeClass: Exclude<ChangeClass, 'first'>,
  change: (body: string) => string,
) {
  await asOwner(dataFolder, async (sql) => {
    const [newest] = await sql`
      select * from document_version where slug = ${slug} order by version desc limit 1`;
    if (!newest) throw new Error(`There is no ${slug}.`);
    const body = change(newest.body);
    if (body === newest.body) throw new Error('Nothing has changed.');
    const { locale, kind, title, parts, version } = newest;
    await sql`insert into document_version (id, slug, version, locale, kind, title, body, parts, sha256, change_class,
        published_at, published_by)
      values (${randomUUID()}, ${slug}, ${version + 1}, ${locale}, ${kind}, ${title}, ${body}, ${parts},
        ${sha256OfText({ parts, body })}, ${changeClass}, now(), 'test')`;
  });
}
