// The client's way through the site, step by step, found by role and label as a person finds it; with axe on every page where scripts run.
import { expect, type Page } from '@playwright/test';
import { tellingWordIn } from '@/lib/clinic/neutral-name';
import { accessFaults } from './access-faults';
import { withoutLots } from './by-lot';
import { type Hands, pointer } from './hands';

/** How the way is gone: with which hands, what else is looked at on every page, and axe's rules if not all of them. */
type Manner = { hands?: Hands; look?: (page: Page) => Promise<void>; rules?: string[] };

/** As pages say it: noon and midnight have words of their own. */
export const A_TIME = /\d{1,2}:\d{2} [ap]m|12 (noon|midnight)/;

export class Way {
  private readonly hands: Hands;
  private readonly look: (page: Page) => Promise<void>;
  private readonly rules: string[] | undefined;

  /** `scripts` says whether the page runs JavaScript; axe needs it. */
  constructor(
    readonly page: Page,
    private readonly scripts: boolean,
    { hands = pointer, look = async () => {}, rules }: Manner = {},
  ) {
    this.hands = hands;
    this.look = look;
    this.rules = rules;
  }

  /** The page is the one with this heading; it has no axe violation, overflows nowhere and its title tells nothing. */
  async isAt(heading: string | RegExp) {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(heading);
    expect(tellingWordIn(withoutLots(`${await this.page.title()} ${this.page.url()}`))).toBeNull();
    await expect(this.page.getByRole('link', { name: 'Urgent help' }).first()).toBeVisible();
    await expect(this.page.getByRole('link', { name: /^Exit/ }).first()).toBeVisible();
    await this.look(this.page);
    if (this.scripts) expect(await accessFaults(this.page, this.rules), this.page.url()).toEqual([]);
  }

  async press(name: string | RegExp) {
    await this.hands.press(this.page.getByRole('button', { name }));
  }

  async follow(name: string | RegExp) {
    await this.hands.press(this.page.getByRole('link', { name }).first());
  }

  async task(name: string) {
    await this.page.goto('/home');
    await this.hands.press(this.page.locator('ol').getByRole('link', { name, exact: true }));
  }

  async taskIs(name: string, state: string) {
    await this.page.goto('/home');
    // Tasks of which none may start yet, or all are done, are folded away.
    const folded = this.page.locator('main details:not([open]) > summary');
    while ((await folded.count()) > 0) await folded.first().press('Enter');
    await expect(
      this.page.getByRole('listitem').filter({ hasText: name }).filter({ hasText: state }).first(),
    ).toBeVisible();
  }

  /** Answers the question with this heading by choosing, and goes on. */
  async choose(heading: string | RegExp, ...options: (string | RegExp)[]) {
    await this.isAt(heading);
    for (const option of options) await this.hands.tick(this.page.getByLabel(option, { exact: true }));
    await this.press('Continue');
  }

  /** Answers the question with this heading by writing, and goes on. */
  async write(heading: string | RegExp, text: string) {
    await this.isAt(heading);
    await this.hands.write(this.page.getByRole('textbox').first(), text);
    await this.press('Continue');
  }

  async skip(heading: string | RegExp) {
    await this.isAt(heading);
    await this.press('Skip this question');
  }

  async confirmSection() {
    await this.isAt('Check your answers');
    await this.press('Confirm and continue');
  }

  async readGuide() {
    await this.follow('Read what to expect');
    for (let chapter = 1; chapter < 6; chapter += 1) {
      await this.isAt(/\w/);
      await expect(this.page.getByText(`Chapter ${chapter} of 6`).first()).toBeVisible();
      await expect(this.page.getByRole('heading', { name: 'Something to think about' })).toBeVisible();
      await this.press(/^Next:/);
    }
    await expect(this.page.getByText('Chapter 6 of 6').first()).toBeVisible();
    await this.isAt(/\w/);
  }

  async aboutYouFirst({ name, meet }: { name: string; meet: 'By video' | 'In person' }) {
    await this.choose(/^Who can see messages/, 'Only me');
    await this.choose(/^Where will you usually be/, 'United Kingdom');
    await this.isAt('Which nation will you be in?');
    await this.hands.select(this.page.getByRole('combobox'), 'England');
    await this.press('Continue');
    await this.write(/^What name should we use/, name);
    await this.skip(/legal name/);
    await this.isAt(/date of birth/);
    await this.hands.write(this.page.getByLabel('Day'), '14');
    await this.hands.write(this.page.getByLabel('Month'), '3');
    await this.hands.write(this.page.getByLabel('Year'), '1988');
    await this.press('Continue');
    await this.choose(/paid for/, 'I will pay myself');
    await this.choose(/on your own or with a partner/, 'On my own');
    await this.choose(/like to meet/, new RegExp(`^${meet}`));
    await this.confirmSection();
  }

  async sign(document: string, name: string) {
    await this.task(document);
    await this.isAt(/\w/);
    for (const box of await this.page.locator('form').getByRole('checkbox').all()) {
      await expect(box).not.toBeChecked();
      await this.hands.tick(box);
    }
    const typed = this.page.getByLabel('Type your name');
    if ((await typed.count()) > 0) await this.hands.write(typed, name);
    await this.press(/^(Sign|Confirm) and continue$/);
    await expect(this.page.getByText(`“${document}” is done`)).toBeVisible();
    await this.taskIs(document, 'Completed');
  }

  async electronicRecords(name: string) {
    await this.task('Using electronic documents');
    const sample = await this.page.context().newPage();
    await sample.goto('/documents/sample');
    const word =
      (await sample.getByRole('main').innerText()).match(/The word to type is:\s*(\S+)/)?.[1] ?? '';
    await sample.close();
    await this.isAt(/\w/);
    for (const box of await this.page.locator('form').getByRole('checkbox').all()) await this.hands.tick(box);
    await this.hands.write(this.page.getByLabel('The word in the sample'), word);
    await this.hands.write(this.page.getByLabel('Type your name'), name);
    await this.press('Sign and continue');
    await this.taskIs('Using electronic documents', 'Completed');
  }

  async contact() {
    await this.task('Keeping contact private');
    await this.write(/phone number we may have/, '+44 20 7946 0018');
    await this.choose(/do with this number/, 'Text me');
    await this.choose(/^How should we contact/, /^E-mail/);
    await this.skip(/good time to reach you/);
    await this.choose(/send you post/, 'No post');
    await this.write(/must never contact/, 'My brother (made up)');
    // Required, because they meet by video.
    await this.isAt(/call if we were worried/);
    await this.hands.write(this.page.getByLabel('Their name'), 'Alex Example (made up)');
    await this.hands.write(this.page.getByLabel('Who they are to you'), 'A friend');
    await this.hands.write(this.page.getByLabel('Their phone number'), '+44 20 7946 0019');
    await this.press('Continue');
    await this.choose(/tell this person/, /^Only that/);
    await this.confirmSection();
  }

  async aboutYou() {
    await this.task('More about you');
    await this.choose(/pronouns/, 'They/them');
    await this.skip(/words do you use for your gender/);
    await this.choose(/orientation/, 'Prefer not to say');
    await this.isAt(/language/);
    await this.hands.select(this.page.getByLabel('Language', { exact: true }), 'English');
    await this.hands.tick(this.page.getByRole('radio', { name: 'No', exact: true }));
    await this.press('Continue');
    await this.skip(/easier/);
    await this.skip(/culture, faith/);
    await this.confirmSection();
  }

  async whatBringsYou(words: string) {
    await this.task('What brings you');
    await this.isAt('What brings you');
    await this.follow('Start');
    await this.write(/in your own words/, words);
    await this.choose(/Do any of these fit/, 'I don’t know yet');
    await this.choose(/How long/, '1 to 6 months');
    await this.skip(/When does it happen/);
    await this.skip(/How much does it trouble/);
    await this.skip(/tried so far/);
    await this.skip(/Why now/);
    await this.confirmSection();
  }

  /** Says that somebody hurt them in the past year: a danger sign, with its support page. */
  async safety() {
    await this.task('Safety');
    await this.isAt('Safety');
    await this.follow('Start');
    await this.choose(/feel safe at home/, 'Mostly');
    await this.choose(/force, threats or pressure/, 'Yes');
    await this.isAt('Thank you for telling us');
    await expect(this.page.getByText(/have told the (clinician|one who leads)/)).toBeVisible();
    await expect(this.page.getByRole('link', { name: /999/ }).first()).toBeVisible();
    await this.follow('Continue');
    await this.choose(/hurt yourself/, 'Never');
    await this.choose(/might hurt someone/, 'No');
    await this.isAt(/safest way to reach you/);
    await this.press('Continue');
    await this.confirmSection();
  }

  /** Books the first time on offer; returns its words. Whoever else is on this site may be quicker: then the next one is. */
  async book(): Promise<string> {
    await this.task('Choose a time');
    for (let left = 5; ; left -= 1) {
      await this.isAt('Choose a time');
      await this.hands.press(
        this.page
          .getByRole('main')
          .getByRole('link', { name: /\d{1,2}:\d{2}/ })
          .first(),
      );
      await this.isAt('Check your appointment');
      const when = await this.page.getByText(A_TIME).first().innerText();
      await this.press('Book this appointment');
      await this.page.waitForURL((url) => url.pathname !== '/schedule/check');
      await this.isAt(/\w/);
      if (left > 0 && this.page.url().includes('problem=slot-taken')) continue;
      await expect(this.page).toHaveURL(/\/schedule\/booked/);
      return when;
    }
  }

  /** Leaves a whole section out by one press; it counts as done, and says that it was left out. */
  async skipSection(name: string) {
    await this.task(name);
    await this.isAt(name);
    await this.press('Skip this whole section');
    await this.taskIs(name, 'Left to talk about');
  }

  async hopes() {
    await this.task('Hopes and support');
    await this.isAt('Hopes and support');
    await this.follow('Start');
    await this.isAt(/better/);
    await this.hands.write(this.page.getByRole('textbox').first(), 'Less worry (made up)');
    await this.press('Continue');
    await this.skip(/first small sign/);
    await this.skip(/worry you about coming/);
    await this.skip(/open up/);
    await this.skip(/Who supports you/);
    await this.skip(/time could you give/);
    await this.skip(/anything else/);
    await this.confirmSection();
  }

  /** Checks everything and sends; returns the reference. */
  async send(): Promise<string> {
    await this.task('Check everything and send');
    await this.isAt('Check everything, then send');
    await this.press('Send');
    await this.isAt('Your forms are with us');
    const text = await this.page.getByRole('main').innerText();
    const reference = text.match(/\b[0-9A-HJKMNP-TV-Z]{10}\b/)?.[0];
    if (!reference) throw new Error('No reference was given.');
    return reference;
  }
}
