// Loads what a client is about to take back; where nothing is signed there is nothing to see.
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { requireClient } from '@/lib/accounts/require';
import { isDocumentSlug } from '@/lib/documents/document-text';
import { documentToSign } from '@/lib/documents/document-to-sign';
import { ownAppointment } from '@/lib/scheduling/own-appointment';
import { ownZone } from '@/lib/scheduling/zone-of-client';

/** Messages and the agreement for two change nothing about a time that is booked. */
const LEAVES_APPOINTMENT = ['messages', 'couples'];

/** Once a request, for the title and the page. */
export const loadWithdrawal = cache(async (slug: string) => {
  const { actor, client } = await requireClient();
  if (!isDocumentSlug(slug)) notFound();
  const { parts, signed, round, clinic } = (await documentToSign(actor, slug)) ?? notFound();
  // The page of the document says how it stands: not signed yet, or withdrawn.
  if (signed?.kind !== 'signature') redirect(`/documents/${slug}`);
  return {
    slug,
    title: parts.title,
    signedAt: signed.signedAt,
    round,
    clinic: { ...clinic, zone: await ownZone(actor, clinic.zone) },
    accountId: client.id,
    appointment: LEAVES_APPOINTMENT.includes(slug) ? null : await ownAppointment(actor),
  };
});
