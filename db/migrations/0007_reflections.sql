CREATE TABLE "chapter_read" (
	"client_id" uuid NOT NULL,
	"chapter" text NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "chapter_read_client_id_chapter_pk" PRIMARY KEY("client_id","chapter")
);
--> statement-breakpoint
CREATE TABLE "reflection" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL,
	"question" text NOT NULL,
	"content" text NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL,
	"shared_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "visitor_reflection" (
	"id" uuid PRIMARY KEY NOT NULL,
	"browser_hash" text NOT NULL,
	"state" text NOT NULL,
	"about" text NOT NULL,
	"content" text NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "chapter_read" ADD CONSTRAINT "chapter_read_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reflection" ADD CONSTRAINT "reflection_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reflection_once" ON "reflection" USING btree ("client_id","question");--> statement-breakpoint
CREATE UNIQUE INDEX "visitor_reflection_once" ON "visitor_reflection" USING btree ("browser_hash","state","about");--> statement-breakpoint
CREATE INDEX "visitor_reflection_expiry" ON "visitor_reflection" USING btree ("expires_at");--> statement-breakpoint
-- ── Who may see them ──────────────────────────────────────────────────────────────────────────────
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['visitor_reflection', 'reflection', 'chapter_read'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- A client may bring a secret along from before they signed in: what it opens becomes theirs, and can only be taken.
CREATE FUNCTION foyer.brought() RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT CASE WHEN foyer.is_client() THEN nullif(current_setting('foyer.secret', true), '') END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON visitor_reflection TO foyer_app;
--> statement-breakpoint
CREATE POLICY bearer ON visitor_reflection TO foyer_app
  USING (browser_hash = foyer.bearer()) WITH CHECK (browser_hash = foyer.bearer());
--> statement-breakpoint
CREATE POLICY adopt_read ON visitor_reflection FOR SELECT TO foyer_app USING (browser_hash = foyer.brought());
--> statement-breakpoint
CREATE POLICY adopt ON visitor_reflection FOR DELETE TO foyer_app USING (browser_hash = foyer.brought());
--> statement-breakpoint
CREATE POLICY sweep_read ON visitor_reflection FOR SELECT TO foyer_app USING (foyer.is_job());
--> statement-breakpoint
CREATE POLICY sweep ON visitor_reflection FOR DELETE TO foyer_app USING (foyer.is_job());
--> statement-breakpoint
-- The client's own. Clinical staff read what is shared, once the forms are sent; front desk and admins nothing.
GRANT SELECT, INSERT, UPDATE, DELETE ON reflection TO foyer_app;
--> statement-breakpoint
CREATE POLICY own ON reflection TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id())
  WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id());
--> statement-breakpoint
CREATE POLICY shared ON reflection FOR SELECT TO foyer_app USING (
  foyer.is_clinical() AND shared_at IS NOT NULL
  AND EXISTS (SELECT FROM submission s WHERE s.client_id = reflection.client_id AND s.status <> 'draft'));
--> statement-breakpoint
CREATE POLICY forget_read ON reflection FOR SELECT TO foyer_app USING (foyer.is_job());
--> statement-breakpoint
CREATE POLICY forget ON reflection FOR DELETE TO foyer_app USING (foyer.is_job());
--> statement-breakpoint
-- What somebody has read is nobody else's business.
GRANT SELECT, INSERT, DELETE ON chapter_read TO foyer_app;
--> statement-breakpoint
CREATE POLICY own ON chapter_read TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id())
  WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id());
--> statement-breakpoint
CREATE POLICY forget_read ON chapter_read FOR SELECT TO foyer_app USING (foyer.is_job());
--> statement-breakpoint
CREATE POLICY forget ON chapter_read FOR DELETE TO foyer_app USING (foyer.is_job());
--> statement-breakpoint
-- Front desk sees nothing of it, and so none of its lines in the record.
ALTER POLICY read ON audit_event USING (
  foyer.is_job()
  OR (foyer.is_staff() AND (
    (event NOT LIKE 'flag.%' AND event NOT LIKE 'reflection.%') OR foyer.is_clinical() OR foyer.has_role('admin'))));
