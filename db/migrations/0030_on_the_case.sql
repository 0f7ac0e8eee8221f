-- Who is on a case is one rule, kept by the database; and a clinician who is not may open it with a reason, which the lead is told.

-- The app's own clock, told with who is asking: what runs out here runs out when the app says it does.
CREATE FUNCTION foyer.at() RETURNS timestamptz LANGUAGE sql STABLE
  AS $$ SELECT coalesce(nullif(current_setting('foyer.at', true), '')::timestamptz, now()) $$;
--> statement-breakpoint
-- Breaking the glass. What was written stays; only that a lead has seen it is added.
CREATE TABLE "glass_break" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone,
	"seen_by" uuid,
	CONSTRAINT "glass_break_until" CHECK (until > opened_at AND until <= opened_at + interval '12 hours'),
	CONSTRAINT "glass_break_seen" CHECK ((seen_at IS NULL) = (seen_by IS NULL))
);
--> statement-breakpoint
ALTER TABLE "glass_break" ADD CONSTRAINT "glass_break_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "glass_break" ADD CONSTRAINT "glass_break_staff_id_staff_member_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "glass_break" ADD CONSTRAINT "glass_break_seen_by_staff_member_id_fk" FOREIGN KEY ("seen_by") REFERENCES "public"."staff_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "glass_break_client" ON "glass_break" USING btree ("client_id", "staff_id", "until");--> statement-breakpoint
CREATE INDEX "glass_break_opened" ON "glass_break" USING btree ("opened_at" DESC, "id" DESC);--> statement-breakpoint
CREATE INDEX "glass_break_unseen" ON "glass_break" USING btree ("opened_at") WHERE seen_at is null;
--> statement-breakpoint
ALTER TABLE glass_break ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE glass_break FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner_all ON glass_break TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (seen_at, seen_by) ON glass_break TO foyer_app;
--> statement-breakpoint
-- Whoever opened it, and the leads: the reason may say what the client is here for.
CREATE POLICY read ON glass_break FOR SELECT TO foyer_app
  USING (foyer.is_job() OR foyer.has_role('lead') OR (foyer.is_clinical() AND staff_id = foyer.actor_id()));
--> statement-breakpoint
CREATE POLICY add ON glass_break FOR INSERT TO foyer_app
  WITH CHECK (foyer.is_clinical() AND staff_id = foyer.actor_id() AND seen_at IS NULL);
--> statement-breakpoint
CREATE POLICY see ON glass_break FOR UPDATE TO foyer_app
  USING (foyer.has_role('lead') AND seen_at IS NULL AND staff_id <> foyer.actor_id())
  WITH CHECK (foyer.has_role('lead') AND seen_by = foyer.actor_id());
--> statement-breakpoint
CREATE INDEX "flag_client" ON "flag" USING btree ("client_id");
--> statement-breakpoint
CREATE INDEX "notice_about" ON "notice" USING btree ("about_id");
--> statement-breakpoint
-- Whether the clinician or lead who is asking is on this client's case: a lead; whom it is assigned to; whom the client
-- meets; any of them while it is nobody's. Whom an open red flag was told to, or in whose hands an open flag is: the one on
-- call is who it went to, whatever the rota says later. And whoever broke the glass, while that lasts.
-- It reads past the policies, which ask it: it says yes or no about the asker alone.
CREATE FUNCTION foyer.is_on_case(person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE me uuid := foyer.actor_id();
BEGIN
  IF NOT foyer.is_clinical() THEN RETURN false; END IF;
  IF foyer.has_role('lead') THEN RETURN true; END IF;
  IF (SELECT s.assignee_id FROM submission s WHERE s.client_id = person ORDER BY s.created_at DESC, s.id DESC LIMIT 1) IS NULL
    THEN RETURN true; END IF;
  RETURN EXISTS (SELECT FROM submission s WHERE s.client_id = person AND s.assignee_id = me)
    OR EXISTS (SELECT FROM appointment a WHERE a.client_id = person AND a.clinician_id = me AND a.status <> 'cancelled')
    OR EXISTS (SELECT FROM flag f WHERE f.client_id = person
      AND NOT EXISTS (SELECT FROM flag_event e WHERE e.flag_id = f.id
        AND e.kind NOT IN ('acknowledged', 'taken-over', 'attempt'))
      AND (EXISTS (SELECT FROM flag_event e WHERE e.flag_id = f.id AND e.by_id = me AND e.kind IN ('acknowledged', 'taken-over'))
        OR (f.level <> 'amber' AND (
          EXISTS (SELECT FROM notice n WHERE n.about_id = f.id AND n.account_id = me AND n.kind LIKE 'flag-%')
          OR EXISTS (SELECT FROM flag_escalation x WHERE x.flag_id = f.id AND me = ANY (x.told))))))
    OR EXISTS (SELECT FROM glass_break g WHERE g.client_id = person AND g.staff_id = me AND g.until > foyer.at());
END $$;
