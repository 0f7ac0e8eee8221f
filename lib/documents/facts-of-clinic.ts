// The clinic's settings in the words its documents need.
import type { Clinic } from '@/lib/clinic/clinic';
import { moneyInWords } from '@/lib/clinic/money';
import { asMarkdown, type ClinicFacts } from '@/lib/documents/clinic-facts';

const EMERGENCY: Record<string, string> = { US: '911', CA: '911', GB: '999', IE: '112', AU: '000' };

const PRIVACY_AUTHORITY: Record<string, string> = {
  US: 'the Office for Civil Rights of the US Department of Health and Human Services (www.hhs.gov/ocr/complaints)',
  CA: 'the Privacy Commissioner of Canada',
  GB: 'the Information Commissioner’s Office',
  IE: 'the Data Protection Commission',
  AU: 'the Office of the Australian Information Commissioner',
};

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The facts at the moment of publishing. What the settings don't hold has a plain default that an editor can change. */
export function factsOfClinic(clinic: Clinic, publishedAt: Date): ClinicFacts {
  return {
    clinicName: clinic.name,
    clinicAddress: clinic.address,
    clinicPhone: clinic.phone,
    clinicEmail: clinic.email,
    clinicHours: hoursInWords(clinic.hours),
    licenceStatement: clinic.licence,
    regulator: 'the body that licenses your therapist; ask us how to reach it',
    privacyContact: 'the person in charge of privacy',
    privacyAuthority: PRIVACY_AUTHORITY[clinic.country] ?? 'the privacy authority of your country',
    emergencyNumber: `${EMERGENCY[clinic.country] ?? '112'} (or the emergency number where you are)`,
    recordsKept: '7 years after your last session',
    paperCopyCost: 'A copy on paper is free.',
    cancellationNotice: `${clinic.cancellationHours} hours`,
    lateFee: 'half of the fee',
    statementName: clinic.shortName,
    effectiveOn: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: clinic.zone }).format(
      publishedAt,
    ),
    feeTable: feeTable(clinic),
    billingIds:
      clinic.npi || clinic.taxId
        ? `Our NPI is ${clinic.npi || 'not given'}. Our tax id is ${clinic.taxId || 'not given'}.`
        : '',
  };
}

function feeTable({ fees, currency }: Clinic): string {
  const rows = fees.map(
    ({ service, code, minutes, cents }) =>
      `| ${asMarkdown(service)} | ${asMarkdown(code)} | ${minutes} minutes | ${moneyInWords(cents, currency)} |`,
  );
  return ['| Service | Code | Length | Fee |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** "Monday to Friday, 9:00 to 17:00", or each day on its own. */
function hoursInWords(hours: Clinic['hours']): string {
  const byDay = [...hours].sort((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from));
  const runs: { first: number; last: number; span: string }[] = [];
  for (const { weekday, from, until } of byDay) {
    const span = `${from} to ${until}`;
    const open = runs.find((run) => run.span === span && run.last === weekday - 1);
    if (open) open.last = weekday;
    else runs.push({ first: weekday, last: weekday, span });
  }
  const day = (weekday: number) => DAYS[weekday - 1] ?? '';
  return runs
    .map(({ first, last, span }) => `${day(first)}${last > first ? ` to ${day(last)}` : ''}, ${span}`)
    .join('; ');
}
