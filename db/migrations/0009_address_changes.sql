CREATE TABLE "address_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"account_id" uuid NOT NULL,
	"by" text NOT NULL,
	"old_email" text NOT NULL,
	"new_email" text NOT NULL,
	"new_email_index" text NOT NULL,
	"inbox" text,
	"started_by" uuid,
	"steps" text[] DEFAULT '{}' NOT NULL,
	"reset_second_key" boolean DEFAULT false NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"done_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"cancelled_by" text,
	CONSTRAINT "address_change_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
ALTER TABLE "address_change" ADD CONSTRAINT "address_change_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address_change" ADD CONSTRAINT "address_change_started_by_staff_member_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."staff_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "address_change_account" ON "address_change" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "address_change_one_open" ON "address_change" USING btree ("account_id","by") WHERE done_at is null and cancelled_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "address_change_one_promise" ON "address_change" USING btree ("new_email_index") WHERE by = 'recovery' and done_at is null and cancelled_at is null;--> statement-breakpoint
-- A recovery names who started it and at least two steps; nobody else than its owner asks for a change of their own.
ALTER TABLE "address_change" ADD CONSTRAINT "address_change_grounds" CHECK (
  CASE by WHEN 'recovery' THEN started_by IS NOT NULL AND cardinality(steps) >= 2 WHEN 'self' THEN started_by IS NULL ELSE false END);
--> statement-breakpoint
ALTER TABLE address_change ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE address_change FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner_all ON address_change TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
-- Tries are counted and a change ends; whose it is, where to and on what grounds stay as they were written.
GRANT SELECT, INSERT, DELETE, UPDATE (tries, done_at, cancelled_at, cancelled_by) ON address_change TO foyer_app;
--> statement-breakpoint
CREATE POLICY own ON address_change FOR SELECT TO foyer_app USING (foyer.is_client() AND account_id = foyer.actor_id());
--> statement-breakpoint
CREATE POLICY own_add ON address_change FOR INSERT TO foyer_app
  WITH CHECK (foyer.is_client() AND account_id = foyer.actor_id() AND by = 'self');
--> statement-breakpoint
CREATE POLICY own_change ON address_change FOR UPDATE TO foyer_app USING (foyer.is_client() AND account_id = foyer.actor_id());
--> statement-breakpoint
-- Front desk and admins recover clients, never a colleague.
CREATE POLICY desk ON address_change FOR SELECT TO foyer_app
  USING (by = 'recovery' AND (foyer.has_role('front-desk') OR foyer.has_role('admin')));
--> statement-breakpoint
CREATE POLICY desk_add ON address_change FOR INSERT TO foyer_app WITH CHECK (
  by = 'recovery' AND (foyer.has_role('front-desk') OR foyer.has_role('admin')) AND started_by = foyer.actor_id()
  AND EXISTS (SELECT FROM account a WHERE a.id = account_id AND a.kind = 'client' AND a.disabled_at IS NULL));
--> statement-breakpoint
CREATE POLICY desk_change ON address_change FOR UPDATE TO foyer_app
  USING (by = 'recovery' AND (foyer.has_role('front-desk') OR foyer.has_role('admin')));
--> statement-breakpoint
-- Whoever has just proved the new address, and presents the ticket that proof gave, sees the recovery that waits for it.
CREATE POLICY proved ON address_change FOR SELECT TO foyer_app USING (
  by = 'recovery' AND EXISTS (
    SELECT FROM sign_in_request r WHERE r.ticket_hash = foyer.bearer() AND r.email_index = new_email_index));
--> statement-breakpoint
CREATE POLICY mail ON address_change FOR SELECT TO foyer_app USING (foyer.is_job());
--> statement-breakpoint
CREATE POLICY sweep ON address_change FOR DELETE TO foyer_app USING (foyer.is_job());
--> statement-breakpoint
-- A client's account takes the address of a change that is open, and no other.
CREATE POLICY new_address ON account FOR UPDATE TO foyer_app
  USING (foyer.is_client() AND id = foyer.actor_id() AND kind = 'client' AND disabled_at IS NULL)
  WITH CHECK (foyer.is_client() AND id = foyer.actor_id() AND kind = 'client' AND disabled_at IS NULL AND EXISTS (
    SELECT FROM address_change c
    WHERE c.account_id = account.id AND c.new_email_index = account.email_index
      AND c.done_at IS NULL AND c.cancelled_at IS NULL));
