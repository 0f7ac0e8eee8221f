-- A clinician's private process notes: a store of their own, which nobody but the author opens, and no export reads.

-- A key that is its owner's alone, beside the keys with which staff serve other people. Not even a job unwraps it.
ALTER TABLE "vault_key" ADD COLUMN "owner_id" uuid;
--> statement-breakpoint
ALTER TABLE "vault_key" ADD CONSTRAINT "vault_key_owner_id_staff_member_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."staff_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "vault_key_owner" ON "vault_key" USING btree ("owner_id");
--> statement-breakpoint
CREATE POLICY owners_alone ON vault_key AS RESTRICTIVE TO foyer_app
  USING (owner_id IS NULL OR foyer.is_self(owner_id)) WITH CHECK (owner_id IS NULL OR foyer.is_self(owner_id));
--> statement-breakpoint
CREATE TABLE "process_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"content" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone,
	"form_token" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "process_note" ADD CONSTRAINT "process_note_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_note" ADD CONSTRAINT "process_note_author_id_staff_member_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."staff_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "process_note_client" ON "process_note" USING btree ("client_id", "author_id");--> statement-breakpoint
CREATE UNIQUE INDEX "process_note_once" ON "process_note" USING btree ("author_id", "form_token");
--> statement-breakpoint
ALTER TABLE process_note ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE process_note FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner_all ON process_note TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (content, changed_at) ON process_note TO foyer_app;
--> statement-breakpoint
-- The author, and nobody else: no lead, no admin, no job, and nobody who breaks the glass.
CREATE POLICY own ON process_note FOR SELECT TO foyer_app USING (foyer.is_clinical() AND author_id = foyer.actor_id());
--> statement-breakpoint
CREATE POLICY own_add ON process_note FOR INSERT TO foyer_app
  WITH CHECK (author_id = foyer.actor_id() AND foyer.is_on_case(client_id));
--> statement-breakpoint
CREATE POLICY own_change ON process_note FOR UPDATE TO foyer_app
  USING (foyer.is_clinical() AND author_id = foyer.actor_id()) WITH CHECK (author_id = foyer.actor_id());
--> statement-breakpoint
CREATE POLICY own_remove ON process_note FOR DELETE TO foyer_app USING (foyer.is_clinical() AND author_id = foyer.actor_id());
