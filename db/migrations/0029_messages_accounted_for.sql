-- What became of every mail: how often it was tried and when again, why it was not sent, that it came back, or that its reader complained.
CREATE FUNCTION foyer.new_reference() RETURNS text LANGUAGE sql VOLATILE
  -- The seventh and the ninth byte hold what says that it is a random UUID.
  AS $$ SELECT string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (get_byte(made.bytes, place) & 31), 1), '')
    FROM (SELECT uuid_send(gen_random_uuid()) AS bytes) made, unnest(ARRAY[0, 1, 2, 3, 4, 5, 7, 9, 10, 11]) AS place $$;
--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "reference" text DEFAULT foyer.new_reference() NOT NULL;
--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "first_tried_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "next_try_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "unsure_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "failure" text;
--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "withheld_because" text;
--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "ended_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_reference_unique" UNIQUE("reference");
--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_state" CHECK (state IN ('queued', 'sent', 'withheld', 'gave-up', 'bounced', 'complained'));
--> statement-breakpoint
CREATE INDEX "notice_state" ON "notice" USING btree ("state","created_at","id");
--> statement-breakpoint
CREATE INDEX "notice_provider" ON "notice" USING btree ("provider_id");
--> statement-breakpoint
-- What a provider told us, by the id it gave: told again, it changes nothing again.
CREATE TABLE "webhook_event" (
	"id" text PRIMARY KEY NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
-- Whoever marked a mail of ours as unwanted gets no more but what they ask for. No address: its keyed index.
CREATE TABLE "unwanted_mail" (
	"email_index" text PRIMARY KEY NOT NULL,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE webhook_event ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE webhook_event FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner_all ON webhook_event TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON webhook_event TO foyer_app;
--> statement-breakpoint
CREATE POLICY job ON webhook_event TO foyer_app USING (foyer.is_job()) WITH CHECK (foyer.is_job());
--> statement-breakpoint
ALTER TABLE unwanted_mail ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE unwanted_mail FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner_all ON unwanted_mail TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT ON unwanted_mail TO foyer_app;
--> statement-breakpoint
CREATE POLICY job ON unwanted_mail TO foyer_app USING (foyer.is_job()) WITH CHECK (foyer.is_job());
--> statement-breakpoint
CREATE POLICY staff ON unwanted_mail FOR SELECT TO foyer_app USING (foyer.is_staff());
--> statement-breakpoint
CREATE POLICY own ON unwanted_mail FOR SELECT TO foyer_app USING (
  foyer.is_client() AND EXISTS (SELECT FROM account a WHERE a.id = foyer.actor_id() AND a.email_index = unwanted_mail.email_index));
--> statement-breakpoint
-- What has long been told is deleted by the sweep.
GRANT DELETE ON notice TO foyer_app;
--> statement-breakpoint
-- That a danger sign was raised is for clinicians alone, and a mail about one says so.
ALTER POLICY own ON notice USING (
  foyer.is_self(account_id) OR (foyer.is_staff() AND (kind NOT LIKE 'flag-%' OR foyer.is_clinical())));
--> statement-breakpoint
-- What was given up may be tried again by hand: the same notice, never another.
CREATE POLICY again ON notice FOR UPDATE TO foyer_app
  USING (foyer.is_staff() AND state = 'gave-up') WITH CHECK (foyer.is_staff() AND state = 'queued');
--> statement-breakpoint
-- Whom a notice is for, and what it is about, never changes.
REVOKE UPDATE ON notice FROM foyer_app;
--> statement-breakpoint
GRANT UPDATE (state, provider_id, sent_at, tries, first_tried_at, next_try_at, unsure_at, failure, withheld_because, ended_at)
  ON notice TO foyer_app;
