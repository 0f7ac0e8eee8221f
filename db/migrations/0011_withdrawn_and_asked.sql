-- What was withdrawn can be signed again: each withdrawal ends a round, and within a round everything is there once.
ALTER TABLE "signature" ADD COLUMN "round" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
DROP INDEX "signature_once";
--> statement-breakpoint
CREATE UNIQUE INDEX "signature_once" ON "signature" USING btree ("client_id","document_version_id","round") WHERE kind <> 'withdrawal';
--> statement-breakpoint
CREATE UNIQUE INDEX "signature_withdrawn_once" ON "signature" USING btree ("client_id","slug","round") WHERE kind = 'withdrawal';
--> statement-breakpoint
CREATE TABLE "document_question" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"audience" text NOT NULL,
	"content" text NOT NULL,
	"form_token" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "document_question" ADD CONSTRAINT "document_question_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "document_question_once" ON "document_question" USING btree ("client_id","form_token");
--> statement-breakpoint
ALTER TABLE "document_question" ADD CONSTRAINT "document_question_audience" CHECK (audience IN ('all-staff', 'clinical'));
--> statement-breakpoint
ALTER TABLE document_question ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE document_question FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner_all ON document_question TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON document_question TO foyer_app;
--> statement-breakpoint
CREATE POLICY own ON document_question FOR SELECT TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id());
--> statement-breakpoint
CREATE POLICY own_add ON document_question FOR INSERT TO foyer_app
  WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id());
--> statement-breakpoint
-- What may say why somebody comes is for clinicians and the lead; paper and prices are for everybody who works here.
CREATE POLICY staff ON document_question FOR SELECT TO foyer_app
  USING (foyer.is_staff() AND (audience = 'all-staff' OR foyer.is_clinical()));
--> statement-breakpoint
CREATE POLICY forget_read ON document_question FOR SELECT TO foyer_app USING (foyer.is_job());
--> statement-breakpoint
CREATE POLICY forget ON document_question FOR DELETE TO foyer_app USING (foyer.is_job());
--> statement-breakpoint
-- Whoever asks, or withdraws, is to be answered: of a draft staff see what they may call them and how they may reach them.
CREATE POLICY answering ON answer FOR SELECT TO foyer_app USING (
  foyer.is_staff()
  AND (audience = 'all-staff' OR foyer.is_clinical())
  AND question ~ '^(A\d+|B1)$'
  AND (EXISTS (SELECT FROM document_question q WHERE q.client_id = answer.client_id)
    OR EXISTS (SELECT FROM signature s WHERE s.client_id = answer.client_id AND s.kind = 'withdrawal')));
