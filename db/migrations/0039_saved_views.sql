-- The views of the queue a member of staff keeps by a name of their own: nobody else reads them.
CREATE TABLE "saved_view" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"name" text NOT NULL,
	"filter" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	-- Choices from closed lists, and a clinician's reference: never what somebody searched for.
	CONSTRAINT "saved_view_filter" CHECK (filter ~ '^([a-z]+=[a-z0-9-]{1,20}(&[a-z]+=[a-z0-9-]{1,20}){0,3})?$')
);
--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_staff_id_staff_member_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "saved_view_staff" ON "saved_view" USING btree ("staff_id","saved_at","id");
--> statement-breakpoint
ALTER TABLE "saved_view" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "saved_view" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY owner_all ON "saved_view" TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON "saved_view" TO foyer_app;
--> statement-breakpoint
CREATE POLICY own ON "saved_view" TO foyer_app
  USING (foyer.is_staff() AND staff_id = foyer.actor_id())
  WITH CHECK (foyer.is_staff() AND staff_id = foyer.actor_id());
