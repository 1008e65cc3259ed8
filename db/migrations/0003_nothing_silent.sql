CREATE TABLE "alert_attempts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"alert_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"code" text,
	"caller_id" uuid
);
--> statement-breakpoint
CREATE TABLE "duty_phones" (
	"township_id" text NOT NULL,
	"rank" integer NOT NULL,
	"title" text NOT NULL,
	"phone" text NOT NULL,
	CONSTRAINT "duty_phones_township_id_rank_pk" PRIMARY KEY("township_id","rank")
);
--> statement-breakpoint
CREATE TABLE "ladders" (
	"scope" text NOT NULL,
	"audience" text NOT NULL,
	"urgency" text NOT NULL,
	"rung" integer NOT NULL,
	"via" text NOT NULL,
	"wait_minutes" integer,
	CONSTRAINT "ladders_scope_audience_urgency_rung_pk" PRIMARY KEY("scope","audience","urgency","rung")
);
--> statement-breakpoint
CREATE TABLE "permit_accepts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"template" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"credited" boolean NOT NULL,
	"settled" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "push_events" (
	"key" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"code" text
);
--> statement-breakpoint
CREATE TABLE "quota_windows" (
	"name" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"used" integer NOT NULL,
	CONSTRAINT "quota_windows_name_starts_at_pk" PRIMARY KEY("name","starts_at")
);
--> statement-breakpoint
CREATE TABLE "robots" (
	"area_id" text PRIMARY KEY NOT NULL,
	"key_cipher" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shared_tokens" (
	"name" text PRIMARY KEY NOT NULL,
	"cipher" text,
	"hash" text,
	"until" timestamp (3) with time zone,
	"fetching_until" timestamp (3) with time zone
);
--> statement-breakpoint
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
CREATE TABLE "visit_shares" (
	"scope" text PRIMARY KEY NOT NULL,
	"percent" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"report_id" uuid NOT NULL,
	"township_id" text NOT NULL,
	"seq" integer NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"result" text,
	"event_id" uuid,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "visits_event_id_unique" UNIQUE("event_id"),
	CONSTRAINT "visits_once" UNIQUE("report_id","seq")
);
--> statement-breakpoint
DROP INDEX "alerts_due";--> statement-breakpoint
DROP INDEX "alerts_in_hand";--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "matter_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "grid_id" text NOT NULL;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "crashes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "msgid" text;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "audience" text;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "rung" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "rung_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "permits" ADD COLUMN "refused_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "wecom_userid" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "service_openid" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "employee_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "check_state" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "check_trace" text;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "check_due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "check_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "supervise_by" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "supervise_level" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "supervise_missed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "ask_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "recurs_id" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "recurred_id" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "false_fix_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "alert_attempts" ADD CONSTRAINT "alert_attempts_alert_id_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alerts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_attempts" ADD CONSTRAINT "alert_attempts_caller_id_people_id_fk" FOREIGN KEY ("caller_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_phones" ADD CONSTRAINT "duty_phones_township_id_areas_id_fk" FOREIGN KEY ("township_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "permit_accepts" ADD CONSTRAINT "permit_accepts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "robots" ADD CONSTRAINT "robots_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_consents" ADD CONSTRAINT "publication_consents_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_consents" ADD CONSTRAINT "publication_consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_events" ADD CONSTRAINT "publication_events_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_events" ADD CONSTRAINT "publication_events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_photos" ADD CONSTRAINT "publication_photos_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_photos" ADD CONSTRAINT "publication_photos_photo_id_photos_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_consent_id_publication_consents_id_fk" FOREIGN KEY ("consent_id") REFERENCES "public"."publication_consents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_attempts_alert" ON "alert_attempts" USING btree ("alert_id","at");--> statement-breakpoint
CREATE INDEX "permit_accepts_person" ON "permit_accepts" USING btree ("person_id","template","at");--> statement-breakpoint
CREATE INDEX "permit_accepts_open" ON "permit_accepts" USING btree ("at") WHERE not credited and not settled;--> statement-breakpoint
CREATE INDEX "permit_accepts_at" ON "permit_accepts" USING btree ("at");--> statement-breakpoint
CREATE INDEX "push_events_at" ON "push_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "push_events_open" ON "push_events" USING btree ("key") WHERE code is not null;--> statement-breakpoint
CREATE INDEX "quota_windows_age" ON "quota_windows" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "heard_checks_at" ON "heard_checks" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "publication_consents_open" ON "publication_consents" USING btree ("report_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "publication_events_of" ON "publication_events" USING btree ("publication_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "publication_events_one_complaint" ON "publication_events" USING btree ("publication_id","actor_id") WHERE event = 'complain';--> statement-breakpoint
CREATE UNIQUE INDEX "publication_photos_side" ON "publication_photos" USING btree ("publication_id","side");--> statement-breakpoint
CREATE UNIQUE INDEX "publications_live" ON "publications" USING btree ("report_id") WHERE state <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "publications_public" ON "publications" USING btree ("published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE state = 'public';--> statement-breakpoint
CREATE INDEX "publications_to_clear" ON "publications" USING btree ("id") WHERE state = 'withdrawn' and cleared_at is null;--> statement-breakpoint
CREATE INDEX "publications_consent" ON "publications" USING btree ("consent_id");--> statement-breakpoint
CREATE INDEX "visits_open" ON "visits" USING btree ("township_id","due_at","id") WHERE done_at is null;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_grid_id_areas_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_recurs_id_reports_id_fk" FOREIGN KEY ("recurs_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_recurred_id_reports_id_fk" FOREIGN KEY ("recurred_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alerts_leased" ON "alerts" USING btree ("leased_until") WHERE state = 'waiting' and leased_until is not null;--> statement-breakpoint
CREATE INDEX "alerts_ladder" ON "alerts" USING btree ("rung_at") WHERE rung_at is not null;--> statement-breakpoint
CREATE INDEX "alerts_matter" ON "alerts" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "alerts_calls" ON "alerts" USING btree ("grid_id","created_at") WHERE channel = 'phone' and state = 'waiting';--> statement-breakpoint
CREATE INDEX "alerts_dead" ON "alerts" USING btree ("created_at") WHERE state = 'dead';--> statement-breakpoint
CREATE INDEX "alerts_msgid" ON "alerts" USING btree ("msgid") WHERE msgid is not null;--> statement-breakpoint
CREATE INDEX "photos_check_due" ON "photos" USING btree ("check_due_at") WHERE check_state in ('waiting', 'asked');--> statement-breakpoint
CREATE INDEX "photos_check_trace" ON "photos" USING btree ("check_trace") WHERE check_state = 'asked';--> statement-breakpoint
CREATE INDEX "reports_closed" ON "reports" USING btree ("township_id","kind","closed_at") WHERE state = 'closed';--> statement-breakpoint
CREATE INDEX "reports_ask" ON "reports" USING btree ("ask_at") WHERE ask_at is not null;--> statement-breakpoint
CREATE INDEX "alerts_due" ON "alerts" USING btree ("urgent" DESC NULLS FIRST,"due_at") WHERE state = 'waiting' and channel <> 'phone';--> statement-breakpoint
CREATE INDEX "alerts_in_hand" ON "alerts" USING btree ("recipient_id") WHERE state = 'waiting' and channel <> 'phone';--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_wecom_userid_unique" UNIQUE("wecom_userid");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_service_openid_unique" UNIQUE("service_openid");