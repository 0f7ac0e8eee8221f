// Fees and cancellation: what a session costs, what a late cancellation costs, and the estimate US law promises.
import type { DocumentText } from '@/lib/documents/document-text';

// The estimate: 45 CFR 149.610 (when it must be given) and 149.620 (the dispute at $400 or more above it).
export const fees: DocumentText = {
  slug: 'fees',
  locale: 'en',
  title: 'Fees and cancellation',
  browserTitle: 'Fees and cancellation',
  kind: 'signature',
  requiredToBook: 'always',
  summary: [
    'Here is what each service costs. You know the fee before you book.',
    'Tell us {{cancellationNotice}} ahead if you can’t come, and you pay nothing.',
    'If you cancel later than that, or don’t come, you pay {{lateFee}}.',
    'If you pay for yourself in the US, you get a written estimate when you book 3 or more working days ahead, or ask.',
  ],
  body: `## What it costs

{{feeTable}}

We tell you at least 30 days before a fee goes up. If money is tight, ask us. We may be able to offer a lower fee or
help you find a service that costs less.

## How you pay

You pay after each session, unless we have agreed on something else. The name on your card statement is
{{statementName}}, and nothing more. You can ask for a receipt.

## If you need to cancel or move

You can move or cancel on this site up to {{cancellationNotice}} before your session, and you pay nothing. After that,
call {{clinicPhone}}. If you cancel later, or don’t come, you pay {{lateFee}}. We don’t charge when you are ill or have
an emergency and let us know. If we have to cancel, you pay nothing.

If you come late, we still end on time, and the fee is the same.

## If an insurer pays

Check with your insurer what they pay for. An insurer may ask us for a diagnosis and for dates. It becomes part of
their records about you. You pay what they don’t. You can choose to pay for yourself, so that we send them nothing.

## If you pay for yourself in the United States

You have the right to a **Good Faith Estimate**: a written list of what your care is likely to cost. You get it if
you have no health insurance or don’t plan to use it.

- If you book 3 or more working days ahead, you get it within 1 working day of booking.
- If you book 10 or more working days ahead, you get it within 3 working days of booking.
- If you ask for one, before you book or after, you get it within 3 working days of asking.
- If you book less than 3 working days ahead, you get one only if you ask.

It is not a contract. You don’t have to have the services on it. If you are billed $400 or more above the estimate,
you can dispute the bill. Keep a copy of your estimate. To learn more, visit www.cms.gov/nosurprises or call
1-800-985-3059.

{{billingIds}}

## Questions

Call {{clinicPhone}} or e-mail {{clinicEmail}}. Please ask before a bill grows.`,
  boxes: [{ id: 'agree', label: 'I have read the fees and the cancellation rule, and I agree to them.' }],
};
