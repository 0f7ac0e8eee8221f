-- Somebody for whom no time suits waits in line; a time that comes free is held for one of them at a time, until they decide.
CREATE TABLE "waitlist_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL,
	"weekdays" smallint[] NOT NULL,
	"parts_of_day" text[] NOT NULL,
	"clinician_id" uuid,
	"zone" text NOT NULL,
	"weeks" smallint NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	CONSTRAINT "waitlist_entry_weekdays" CHECK (weekdays <> '{}' AND weekdays <@ '{1,2,3,4,5,6,7}'::smallint[]),
	CONSTRAINT "waitlist_entry_parts" CHECK (parts_of_day <> '{}' AND parts_of_day <@ '{morning,afternoon,evening}'::text[]),
	CONSTRAINT "waitlist_entry_ended" CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND ended_by IN ('booking', 'client', 'time'))
);
--> statement-breakpoint
CREATE TABLE "slot_offer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL UNIQUE,
	"entry_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"clinician_id" uuid NOT NULL,
	"time_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"offered_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	CONSTRAINT "slot_offer_ended" CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND ended_by IN ('accepted', 'declined', 'expired'))
);
--> statement-breakpoint
ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_clinician_id_clinician_id_fk" FOREIGN KEY ("clinician_id") REFERENCES "public"."clinician"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_offer" ADD CONSTRAINT "slot_offer_entry_id_waitlist_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."waitlist_entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_offer" ADD CONSTRAINT "slot_offer_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_offer" ADD CONSTRAINT "slot_offer_clinician_id_clinician_id_fk" FOREIGN KEY ("clinician_id") REFERENCES "public"."clinician"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slot_offer" ADD CONSTRAINT "slot_offer_time_id_clinician_time_id_fk" FOREIGN KEY ("time_id") REFERENCES "public"."clinician_time"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "waitlist_entry_one_open" ON "waitlist_entry" USING btree ("client_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "waitlist_entry_line" ON "waitlist_entry" USING btree ("joined_at","id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "waitlist_entry_client" ON "waitlist_entry" USING btree ("client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "slot_offer_one_live" ON "slot_offer" USING btree ("client_id") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "slot_offer_time" ON "slot_offer" USING btree ("time_id");--> statement-breakpoint
CREATE INDEX "slot_offer_entry" ON "slot_offer" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "slot_offer_due" ON "slot_offer" USING btree ("expires_at") WHERE ended_at is null;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['waitlist_entry', 'slot_offer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY staff ON %I FOR SELECT TO foyer_app USING (foyer.is_staff())', t);
    EXECUTE format('CREATE POLICY job ON %I TO foyer_app USING (foyer.is_job())', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON waitlist_entry TO foyer_app;
--> statement-breakpoint
CREATE POLICY own ON waitlist_entry TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id())
  WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id());
--> statement-breakpoint
-- What was offered to whom stays as it was; only how it ended is added. Nobody offers themselves a time.
GRANT SELECT, INSERT, UPDATE (ended_at, ended_by) ON slot_offer TO foyer_app;
--> statement-breakpoint
CREATE POLICY own ON slot_offer FOR SELECT TO foyer_app USING (foyer.is_client() AND client_id = foyer.actor_id());
--> statement-breakpoint
CREATE POLICY own_end ON slot_offer FOR UPDATE TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id() AND ended_at IS NULL)
  WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id());
--> statement-breakpoint
-- Staff who book for somebody, or move them, end what was kept for them.
CREATE POLICY staff_end ON slot_offer FOR UPDATE TO foyer_app
  USING (foyer.is_staff() AND ended_at IS NULL) WITH CHECK (foyer.is_staff());
--> statement-breakpoint
CREATE POLICY staff_end ON waitlist_entry FOR UPDATE TO foyer_app
  USING (foyer.is_staff() AND ended_at IS NULL) WITH CHECK (foyer.is_staff());
--> statement-breakpoint
-- A time is held by the job that offers it, and by nobody else; whom it is kept for may give it up.
ALTER POLICY add ON clinician_time WITH CHECK (
  (foyer.is_client() AND kind = 'appointment') OR (foyer.is_job() AND kind = 'held') OR foyer.is_staff());
--> statement-breakpoint
ALTER POLICY change ON clinician_time USING (
  foyer.is_staff() OR foyer.is_job()
  OR EXISTS (SELECT FROM appointment a WHERE a.time_id = clinician_time.id AND foyer.is_self(a.client_id))
  OR (kind = 'held' AND EXISTS (SELECT FROM slot_offer o
    WHERE o.time_id = clinician_time.id AND o.ended_at IS NULL AND foyer.is_self(o.client_id))));
--> statement-breakpoint
-- Whoever waits may be called with a time: of a draft staff see what they may call them and how they may reach them.
CREATE POLICY waiting ON answer FOR SELECT TO foyer_app USING (
  foyer.is_staff()
  AND (audience = 'all-staff' OR foyer.is_clinical())
  AND question ~ '^(A\d+|B1)$'
  AND EXISTS (SELECT FROM waitlist_entry w WHERE w.client_id = answer.client_id AND w.ended_at IS NULL));
