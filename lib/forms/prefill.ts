// Nothing is asked twice: where an answer follows from an earlier one, the form begins with it.
import { clientFacts } from './client-facts';
import { formValues } from './field-names';
import type { Answer, Answers, Question } from './question';

/** What a question's form holds before anything is typed: the stored answer, or what was said elsewhere. */
export function startingValues(question: Question, answers: Answers): Record<string, string[]> {
  const given: Answer | undefined = answers.get(question.id);
  if (given || question.id !== 'J5') return formValues(question, given);
  const { contactBy, phone } = clientFacts(answers);
  const byPhone = contactBy === 'phone' || contactBy === 'text';
  return { 'J5-way': [contactBy], ...(byPhone && phone && { 'J5-details': [phone] }) };
}
