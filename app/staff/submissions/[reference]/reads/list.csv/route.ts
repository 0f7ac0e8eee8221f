// Who has read a client's file, as a file for a spreadsheet in which nothing is a formula.
import type { NextRequest } from 'next/server';
import { getTranslations } from 'next-intl/server';
import { briefly } from '@/components/when';
import { readRoute } from '@/lib/accounts/read-route';
import { csvOf } from '@/lib/review/csv';
import { loadReads } from '../load-reads';
import { dayInWords, rolesOf, whatWasRead, whichList } from '../words';

type Context = { params: Promise<{ reference: string }> };

export const GET = readRoute(async (_request: NextRequest, { params }: Context) => {
  const { reads } = await loadReads((await params).reference, 'file');
  const { reference, opened, listed, zone } = reads;
  const t = await getTranslations('record.reads');
  const heads = ['at', 'name', 'role', 'what', 'place', 'times'] as const;
  const rows = [
    ...opened.map(({ at, by, event }) => [
      ...[t('kind.file'), briefly(at, zone), by.name, rolesOf(t, by)],
      ...[whatWasRead(t, event), t('place'), '1'],
    ]),
    ...listed.map(({ day, by, event, times }) => [
      ...[t('kind.list'), dayInWords(day), by.name, rolesOf(t, by)],
      ...[whichList(t, event), t('place'), String(times)],
    ]),
  ];
  return new Response(csvOf([t('column.kind'), ...heads.map((head) => t(`head.${head}`))], rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="reads-${reference}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
});
