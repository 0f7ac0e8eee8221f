// The English catalogue: one JSON file a part of the house, named by its namespace.
import address from './en/address.json';
import anotherWay from './en/another-way.json';
import calendar from './en/calendar.json';
import common from './en/common.json';
import documents from './en/documents.json';
import endings from './en/endings.json';
import estimates from './en/estimates.json';
import fees from './en/fees.json';
import flags from './en/flags.json';
import forms from './en/forms.json';
import frame from './en/frame.json';
import gettingIn from './en/getting-in.json';
import goingLive from './en/going-live.json';
import guide from './en/guide.json';
import home from './en/home.json';
import hours from './en/hours.json';
import mail from './en/mail.json';
import notes from './en/notes.json';
import notices from './en/notices.json';
import onCall from './en/on-call.json';
import ownAccount from './en/own-account.json';
import packs from './en/packs.json';
import phone from './en/phone.json';
import practice from './en/practice.json';
import print from './en/print.json';
import queue from './en/queue.json';
import quiet from './en/quiet.json';
import record from './en/record.json';
import recoveries from './en/recoveries.json';
import schedule from './en/schedule.json';
import signIn from './en/sign-in.json';
import staff from './en/staff.json';
import staffDocuments from './en/staff-documents.json';
import staffSignIn from './en/staff-sign-in.json';
import team from './en/team.json';
import waitlist from './en/waitlist.json';

export const messages = {
  address,
  anotherWay,
  calendar,
  // What the bar and the error page need stands in a file of its own: it is sent to every browser.
  common: { ...common, ...frame },
  documents,
  endings,
  estimates,
  fees,
  flags,
  forms,
  gettingIn,
  goingLive,
  guide,
  home,
  hours,
  mail,
  notes,
  notices,
  ownAccount,
  phone,
  packs,
  onCall,
  practice,
  print,
  queue,
  quiet,
  record,
  recoveries,
  schedule,
  signIn,
  staff,
  staffDocuments,
  staffSignIn,
  team,
  waitlist,
};
