-- What a stranger asks for does not keep somebody out: where they used a code before stays open to them; and an account is held while a session begins.
CREATE TABLE "known_network" (
	"account_id" uuid NOT NULL,
	"mark" text NOT NULL,
	"used_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "known_network_account_id_mark_pk" PRIMARY KEY("account_id","mark")
);
--> statement-breakpoint
ALTER TABLE "sign_in_request" ADD COLUMN "mailed" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "known_network" ADD CONSTRAINT "known_network_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "known_network_mark" ON "known_network" USING btree ("mark");
--> statement-breakpoint
ALTER TABLE known_network ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE known_network FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner_all ON known_network TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (used_at) ON known_network TO foyer_app;
--> statement-breakpoint
CREATE POLICY own ON known_network TO foyer_app
  USING (foyer.is_self(account_id)) WITH CHECK (foyer.is_self(account_id));
--> statement-breakpoint
-- Whoever presents an address, to ask for a code to it.
CREATE POLICY bearer ON known_network FOR SELECT TO foyer_app USING (
  EXISTS (SELECT FROM account a WHERE a.id = account_id AND a.email_index = foyer.bearer()));
--> statement-breakpoint
CREATE POLICY sweep ON known_network FOR DELETE TO foyer_app USING (foyer.is_job());
--> statement-breakpoint
CREATE POLICY sweep_read ON known_network FOR SELECT TO foyer_app USING (foyer.is_job());
--> statement-breakpoint
-- Staff hold their own account while a session begins, as clients can already; to change it they still need another policy.
CREATE POLICY hold ON account FOR UPDATE TO foyer_app
  USING (foyer.is_self(id) AND kind = 'staff' AND disabled_at IS NULL) WITH CHECK (false);
