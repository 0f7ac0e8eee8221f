// Loads one of the signed-in client's own estimates by its number; there is no other's to be had.
import { notFound } from 'next/navigation';
import { loadCosts } from '../load-costs';

export async function loadEstimate(number: string) {
  const { given, zone, country } = await loadCosts();
  const found = given.find((one) => String(one.number) === number) ?? notFound();
  const { contents } = found;
  if (!contents) notFound();
  const newest = given[0]?.number ?? found.number;
  return { estimate: { ...found, contents }, newest, zone, country };
}

export type LoadedEstimate = Awaited<ReturnType<typeof loadEstimate>>;
