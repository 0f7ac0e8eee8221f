-- A second key for clients: with a PIN or a passkey, somebody who only reads their e-mail gets at nothing of theirs, by Postgres too.
CREATE TABLE "client_passkey" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"label" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "client_passkey_reference_unique" UNIQUE("reference"),
	CONSTRAINT "client_passkey_credential_id_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "client_pin" (
	"client_id" uuid PRIMARY KEY NOT NULL,
	"verifier" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"wrong_in_a_row" integer DEFAULT 0 NOT NULL,
	"shut_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "client" ADD COLUMN "second_key_later_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "second_key_by" text;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "challenge" text;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "challenge_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "client_passkey" ADD CONSTRAINT "client_passkey_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_pin" ADD CONSTRAINT "client_pin_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "client_passkey_client" ON "client_passkey" USING btree ("client_id");
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['client_pin', 'client_passkey'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO foyer_app', t);
    EXECUTE format('CREATE POLICY own ON %I TO foyer_app
      USING (foyer.is_client() AND client_id = foyer.actor_id()) WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id())', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- Known by their e-mail alone: that there is an account, this session, and what their second key is checked against.
CREATE FUNCTION foyer.is_first_step(account uuid) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT foyer.actor_kind() = 'first-step' AND account = foyer.actor_id() $$;
--> statement-breakpoint
CREATE POLICY first_step ON account FOR SELECT TO foyer_app USING (foyer.is_first_step(id));
--> statement-breakpoint
CREATE POLICY first_step ON session FOR SELECT TO foyer_app USING (foyer.is_first_step(account_id));
--> statement-breakpoint
CREATE POLICY first_step_change ON session FOR UPDATE TO foyer_app USING (foyer.is_first_step(account_id));
--> statement-breakpoint
CREATE POLICY first_step ON client_pin FOR SELECT TO foyer_app USING (foyer.is_first_step(client_id));
--> statement-breakpoint
CREATE POLICY first_step_count ON client_pin FOR UPDATE TO foyer_app USING (foyer.is_first_step(client_id));
--> statement-breakpoint
CREATE POLICY first_step ON client_passkey FOR SELECT TO foyer_app USING (foyer.is_first_step(client_id));
--> statement-breakpoint
CREATE POLICY first_step_count ON client_passkey FOR UPDATE TO foyer_app USING (foyer.is_first_step(client_id));
--> statement-breakpoint
-- Trying a key counts tries; only its owner, fully known, may put another in its place.
CREATE FUNCTION foyer.keep_the_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF foyer.actor_kind() = 'first-step'
    AND (to_jsonb(NEW) - ARRAY['wrong_in_a_row', 'shut_at', 'counter', 'last_used_at'])
      IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['wrong_in_a_row', 'shut_at', 'counter', 'last_used_at'])
  THEN RAISE EXCEPTION 'a second key is changed only by its owner' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_the_key BEFORE UPDATE ON client_pin FOR EACH ROW EXECUTE FUNCTION foyer.keep_the_key();
--> statement-breakpoint
CREATE TRIGGER keep_the_key BEFORE UPDATE ON client_passkey FOR EACH ROW EXECUTE FUNCTION foyer.keep_the_key();
