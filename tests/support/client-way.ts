// The client's way through the site, step by step, found by role and label as a person finds it; with axe on every page where scripts run.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { tellingWordIn } from '@/lib/clinic/neutral-name';

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export class Way {
  /** `scripts` says whether the page runs JavaScript; axe needs it. */
  constructor(
    readonly page: Page,
    private readonly scripts: boolean,
  ) {}

  /** The page is the one with this heading; it has no axe violation, overflows nowhere and its title tells nothing. */
  async isAt(heading: string | RegExp) {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(heading);
    expect(tellingWordIn(`${await this.page.title()} ${this.page.url()}`)).toBeNull();
    await expect(this.page.getByRole('link', { name: 'Urgent help' }).first()).toBeVisible();
    await expect(this.page.getByRole('link', { name: /^Exit/ }).first()).toBeVisible();
    if (!this.scripts) return;
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(AXE_TAGS).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`),
      this.page.url(),
    ).toEqual([]);
  }

  async press(name: string | RegExp) {
    await this.page.getByRole('button', { name }).click();
  }

  async follow(name: string | RegExp) {
    await this.page.getByRole('link', { name }).first().click();
  }

  async task(name: string) {
    await this.page.goto('/home');
    await this.page.getByRole('list').getByRole('link', { name, exact: true }).click();
  }

  async taskIs(name: string, state: string) {
    await this.page.goto('/home');
    await expect(
      this.page.getByRole('listitem').filter({ hasText: name }).filter({ hasText: state }).first(),
    ).toBeVisible();
  }

  /** Answers the question with this heading by choosing, and goes on. */
  async choose(heading: string | RegExp, ...options: (string | RegExp)[]) {
    await this.isAt(heading);
    for (const option of options) await this.page.getByLabel(option, { exact: true }).check();
    await this.press('Continue');
  }

  /** Answers the question with this heading by writing, and goes on. */
  async write(heading: string | RegExp, text: string) {
    await this.isAt(heading);
    await this.page.getByRole('textbox').first().fill(text);
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
      await this.follow(/^Next:/);
    }
    await expect(this.page.getByText('Chapter 6 of 6').first()).toBeVisible();
    await this.isAt(/\w/);
  }

  async aboutYouFirst({ name, meet }: { name: string; meet: 'By video' | 'In person' }) {
    await this.choose(/^Who can see messages/, 'Only me');
    await this.choose(/^Where will you usually be/, 'United Kingdom');
    await this.isAt('Which nation will you be in?');
    await this.page.getByRole('combobox').selectOption({ label: 'England' });
    await this.press('Continue');
    await this.write(/^What name should we use/, name);
    await this.skip(/legal name/);
    await this.isAt(/date of birth/);
    await this.page.getByLabel('Day').fill('14');
    await this.page.getByLabel('Month').fill('3');
    await this.page.getByLabel('Year').fill('1988');
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
      await box.check();
    }
    const typed = this.page.getByLabel('Type your name');
    if ((await typed.count()) > 0) await typed.fill(name);
    await this.press(/^(Sign|Confirm) and continue$/);
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
    for (const box of await this.page.locator('form').getByRole('checkbox').all()) await box.check();
    await this.page.getByLabel('The word in the sample').fill(word);
    await this.page.getByLabel('Type your name').fill(name);
    await this.press('Sign and continue');
    await this.taskIs('Using electronic documents', 'Completed');
  }

  async contact() {
    await this.task('Keeping contact private');
    await this.write(/phone number we may have/, '+44 20 7946 0018');
    await this.choose(/do with this number/, 'Text me');
    await this.choose(/^How should we contact/, 'E-mail');
    await this.skip(/good time to reach you/);
    await this.choose(/send you post/, 'No post');
    await this.write(/must never contact/, 'My brother (made up)');
    // Required, because they meet by video.
    await this.isAt(/call if we were worried/);
    await this.page.getByLabel('Their name').fill('Alex Example (made up)');
    await this.page.getByLabel('Who they are to you').fill('A friend');
    await this.page.getByLabel('Their phone number').fill('+44 20 7946 0019');
    await this.press('Continue');
    await this.choose(/tell this person/, /^Only that/);
    await this.confirmSection();
  }

  async aboutYou() {
    await this.task('About you');
    await this.choose(/pronouns/, 'They/them');
    await this.skip(/words do you use for your gender/);
    await this.choose(/orientation/, 'Prefer not to say');
    await this.isAt(/language/);
    await this.page.getByLabel('Language', { exact: true }).selectOption({ label: 'English' });
    await this.page.getByRole('radio', { name: 'No', exact: true }).check();
    await this.press('Continue');
    await this.skip(/easier/);
    await this.skip(/culture, faith/);
    await this.confirmSection();
  }

  async whatBringsYou(words: string) {
    await this.task('What brings you here');
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
    await this.isAt(/few questions about safety/);
    await this.follow('Start');
    await this.choose(/feel safe at home/, 'Mostly');
    await this.choose(/force, threats or pressure/, 'Yes');
    await this.isAt('Thank you for telling us');
    await expect(this.page.getByText('We have told a clinician')).toBeVisible();
    await expect(this.page.getByRole('link', { name: /999/ }).first()).toBeVisible();
    await this.follow('Continue');
    await this.choose(/hurt yourself/, 'Never');
    await this.choose(/might hurt someone/, 'No');
    await this.isAt(/safest way to reach you/);
    await this.press('Continue');
    await this.confirmSection();
  }

  /** Books the first time on offer; returns its words. */
  async book(): Promise<string> {
    await this.task('Choose a time');
    await this.isAt('Choose a time');
    await this.page
      .getByRole('main')
      .getByRole('link', { name: /\d{1,2}:\d{2}/ })
      .first()
      .click();
    await this.isAt('Check your appointment');
    const when = await this.page
      .getByText(/\d{1,2}:\d{2} [ap]m/)
      .first()
      .innerText();
    await this.press('Book this appointment');
    await this.isAt(/\w/);
    await expect(this.page).toHaveURL(/\/schedule\/booked/);
    return when;
  }

  async hopes() {
    await this.task('Hopes and support');
    await this.isAt(/better/);
    await this.page.getByRole('textbox').first().fill('Less worry (made up)');
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
