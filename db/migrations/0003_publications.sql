CREATE TABLE "heard_checks" (
	"trace" text PRIMARY KEY NOT NULL,
	"verdict" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publication_consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"version" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "publication_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"publication_id" uuid NOT NULL,
	"event" text NOT NULL,
	"state" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor" text NOT NULL,
	"reason" text,
	"input_hash" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publication_photos" (
	"id" uuid PRIMARY KEY NOT NULL,
	"publication_id" uuid NOT NULL,
	"photo_id" uuid NOT NULL,
	"side" text NOT NULL,
	"rects" jsonb NOT NULL,
	"storage_key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"consent_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"village" text NOT NULL,
	"month" text NOT NULL,
	"state" text NOT NULL,
	"input_hash" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"cleared_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "check_state" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "check_trace" text;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "check_due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "check_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "publication_consents" ADD CONSTRAINT "publication_consents_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_consents" ADD CONSTRAINT "publication_consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_events" ADD CONSTRAINT "publication_events_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_events" ADD CONSTRAINT "publication_events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_photos" ADD CONSTRAINT "publication_photos_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_photos" ADD CONSTRAINT "publication_photos_photo_id_photos_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_consent_id_publication_consents_id_fk" FOREIGN KEY ("consent_id") REFERENCES "public"."publication_consents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "heard_checks_at" ON "heard_checks" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "publication_consents_open" ON "publication_consents" USING btree ("report_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "publication_events_of" ON "publication_events" USING btree ("publication_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "publication_events_one_complaint" ON "publication_events" USING btree ("publication_id","actor_id") WHERE event = 'complain';--> statement-breakpoint
CREATE UNIQUE INDEX "publication_photos_side" ON "publication_photos" USING btree ("publication_id","side");--> statement-breakpoint
CREATE UNIQUE INDEX "publications_live" ON "publications" USING btree ("report_id") WHERE state <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "publications_public" ON "publications" USING btree ("published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE state = 'public';--> statement-breakpoint
CREATE INDEX "publications_to_clear" ON "publications" USING btree ("id") WHERE state = 'withdrawn' and cleared_at is null;--> statement-breakpoint
CREATE INDEX "publications_consent" ON "publications" USING btree ("consent_id");--> statement-breakpoint
CREATE INDEX "photos_check_due" ON "photos" USING btree ("check_due_at") WHERE check_state in ('waiting', 'asked');--> statement-breakpoint
CREATE INDEX "photos_check_trace" ON "photos" USING btree ("check_trace") WHERE check_state = 'asked';