CREATE TABLE "document_draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"locale" text NOT NULL,
	"text" jsonb NOT NULL,
	"base_version" integer NOT NULL,
	"revision" integer NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "document_version" ADD COLUMN "source" jsonb;--> statement-breakpoint
ALTER TABLE "document_draft" ADD CONSTRAINT "document_draft_changed_by_staff_member_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."staff_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "document_draft_once" ON "document_draft" USING btree ("slug","locale");--> statement-breakpoint
-- A draft is its admins' alone: nobody else reads a word of it, and nobody writes one in another's name.
ALTER TABLE document_draft ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE document_draft FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner_all ON document_draft TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON document_draft TO foyer_app;
--> statement-breakpoint
CREATE POLICY admin ON document_draft TO foyer_app
  USING (foyer.has_role('admin')) WITH CHECK (foyer.has_role('admin') AND changed_by = foyer.actor_id());
--> statement-breakpoint
-- A version is published in one's own name.
ALTER POLICY publish ON document_version WITH CHECK (
  foyer.has_role('admin') AND published_by = foyer.actor_id()::text);
--> statement-breakpoint
-- The newest record of each client, for whoever looks at who has signed what.
CREATE INDEX "signature_newest" ON "signature" USING btree ("client_id","slug","signed_at" DESC,"id" DESC);
