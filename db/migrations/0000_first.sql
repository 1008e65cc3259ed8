CREATE SEQUENCE "public"."report_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"template" text,
	"kind" text NOT NULL,
	"fill" jsonb NOT NULL,
	"urgent" boolean NOT NULL,
	"state" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"code" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "alerts_once" UNIQUE("event_id","recipient_id","channel")
);
--> statement-breakpoint
CREATE TABLE "permit_taps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"input_hash" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "permits" (
	"person_id" uuid NOT NULL,
	"template" text NOT NULL,
	"left" integer NOT NULL,
	CONSTRAINT "permits_person_id_template_pk" PRIMARY KEY("person_id","template")
);
--> statement-breakpoint
CREATE TABLE "areas" (
	"id" text PRIMARY KEY NOT NULL,
	"level" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" text,
	"path" text NOT NULL,
	"center_gcj02" "point",
	"boundary_gcj02" "polygon",
	"retired" boolean DEFAULT false NOT NULL,
	CONSTRAINT "areas_path_unique" UNIQUE("path")
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"day" date PRIMARY KEY NOT NULL,
	"working" boolean NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deadlines" (
	"scope" text NOT NULL,
	"urgency" text NOT NULL,
	"stage" text NOT NULL,
	"minutes" integer NOT NULL,
	"clock" text NOT NULL,
	CONSTRAINT "deadlines_scope_urgency_stage_pk" PRIMARY KEY("scope","urgency","stage")
);
--> statement-breakpoint
CREATE TABLE "looks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"viewer_id" uuid NOT NULL,
	"viewer" text NOT NULL,
	"reason" text NOT NULL,
	"report_id" uuid,
	"input_hash" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"openid" text,
	"name" text DEFAULT '' NOT NULL,
	"phone_cipher" text,
	"phone_index" text,
	"phone_mask" text,
	"home_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "people_openid_unique" UNIQUE("openid"),
	CONSTRAINT "people_phone_index_unique" UNIQUE("phone_index")
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"title" text NOT NULL,
	"area_id" text NOT NULL,
	"unit_id" text,
	"rank" integer DEFAULT 0 NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"work" text NOT NULL,
	"township_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "photos" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"state" text NOT NULL,
	"storage_key" text,
	"source_hash" text,
	"full_hash" text,
	"thumb_hash" text,
	"width" integer,
	"height" integer,
	"bytes" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	"stored_at" timestamp (3) with time zone,
	CONSTRAINT "photos_id_owner" UNIQUE("id","owner_id")
);
--> statement-breakpoint
CREATE TABLE "report_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"event" text NOT NULL,
	"state" text NOT NULL,
	"level" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"grid_id" text NOT NULL,
	"actor_id" uuid,
	"actor" text NOT NULL,
	"words" text,
	"staff_only" boolean DEFAULT false NOT NULL,
	"due_at" timestamp (3) with time zone,
	"input_hash" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "report_events_seq" UNIQUE("report_id","seq")
);
--> statement-breakpoint
CREATE TABLE "report_followers" (
	"person_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "report_followers_report_id_person_id_pk" PRIMARY KEY("report_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "report_photos" (
	"photo_id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_ratings" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"rating" text NOT NULL,
	"words" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"reporter_id" uuid NOT NULL,
	"input_hash" text NOT NULL,
	"words" text,
	"kind" text NOT NULL,
	"urgency" text NOT NULL,
	"urgency_rule" text NOT NULL,
	"state" text NOT NULL,
	"level" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"unit_id" text,
	"grid_id" text NOT NULL,
	"community_id" text NOT NULL,
	"township_id" text NOT NULL,
	"district_id" text NOT NULL,
	"building_id" text,
	"place" text NOT NULL,
	"spot_gcj02" "point",
	"spot_wgs84" "point",
	"accept_by" timestamp (3) with time zone NOT NULL,
	"resolve_by" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"due_for" text,
	"seq" integer NOT NULL,
	"returns" integer DEFAULT 0 NOT NULL,
	"reopens" integer DEFAULT 0 NOT NULL,
	"joiners" integer DEFAULT 0 NOT NULL,
	"cover_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reports_number_unique" UNIQUE("number"),
	CONSTRAINT "reports_one_clock" CHECK ((due_at is null) = (state in ('closed', 'withdrawn'))),
	CONSTRAINT "reports_clock_has_reason" CHECK ((due_at is null) = (due_for is null))
);
--> statement-breakpoint
CREATE TABLE "word_checks" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"verdict" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"code" text
);
--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_recipient_id_people_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "permit_taps" ADD CONSTRAINT "permit_taps_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "permits" ADD CONSTRAINT "permits_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "areas" ADD CONSTRAINT "areas_parent_id_areas_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_subject_id_people_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_viewer_id_people_id_fk" FOREIGN KEY ("viewer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_home_id_areas_id_fk" FOREIGN KEY ("home_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_township_id_areas_id_fk" FOREIGN KEY ("township_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_events" ADD CONSTRAINT "report_events_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_events" ADD CONSTRAINT "report_events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_followers" ADD CONSTRAINT "report_followers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_followers" ADD CONSTRAINT "report_followers_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_photos" ADD CONSTRAINT "report_photos_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_photos" ADD CONSTRAINT "report_photos_photo_id_owner_id_photos_id_owner_id_fk" FOREIGN KEY ("photo_id","owner_id") REFERENCES "public"."photos"("id","owner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_ratings" ADD CONSTRAINT "report_ratings_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_reporter_id_people_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_grid_id_areas_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_building_id_areas_id_fk" FOREIGN KEY ("building_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alerts_inbox" ON "alerts" USING btree ("recipient_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE channel = 'inbox';--> statement-breakpoint
CREATE INDEX "alerts_unread" ON "alerts" USING btree ("recipient_id") WHERE channel = 'inbox' and read_at is null;--> statement-breakpoint
CREATE INDEX "alerts_due" ON "alerts" USING btree ("urgent" DESC NULLS FIRST,"due_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "alerts_in_hand" ON "alerts" USING btree ("recipient_id") WHERE state = 'waiting' and leased_until is not null;--> statement-breakpoint
CREATE INDEX "areas_parent" ON "areas" USING btree ("parent_id","name");--> statement-breakpoint
CREATE INDEX "areas_center" ON "areas" USING gist ("center_gcj02");--> statement-breakpoint
CREATE INDEX "areas_boundary" ON "areas" USING gist ("boundary_gcj02");--> statement-breakpoint
CREATE INDEX "looks_subject" ON "looks" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "looks_report" ON "looks" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "postings_person" ON "postings" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "postings_area" ON "postings" USING btree ("area_id","role");--> statement-breakpoint
CREATE INDEX "postings_unit" ON "postings" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "units_township" ON "units" USING btree ("township_id");--> statement-breakpoint
CREATE INDEX "photos_owner" ON "photos" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE INDEX "report_followers_person" ON "report_followers" USING btree ("person_id","at" DESC NULLS FIRST,"report_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "report_photos_report" ON "report_photos" USING btree ("report_id","seq","position");--> statement-breakpoint
CREATE INDEX "reports_grid" ON "reports" USING btree ("grid_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "reports_community" ON "reports" USING btree ("community_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "reports_township" ON "reports" USING btree ("township_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "reports_district" ON "reports" USING btree ("district_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "reports_unit" ON "reports" USING btree ("unit_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE unit_id is not null;--> statement-breakpoint
CREATE INDEX "reports_grid_open" ON "reports" USING btree ("grid_id","due_at","id") WHERE state not in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "reports_community_open" ON "reports" USING btree ("community_id","due_at","id") WHERE state not in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "reports_township_open" ON "reports" USING btree ("township_id","due_at","id") WHERE state not in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "reports_district_open" ON "reports" USING btree ("district_id","due_at","id") WHERE state not in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "reports_due" ON "reports" USING btree ("due_at") WHERE state not in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "reports_near" ON "reports" USING gist ("spot_gcj02") WHERE state not in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "reports_building_open" ON "reports" USING btree ("building_id") WHERE state not in ('closed', 'withdrawn');--> statement-breakpoint
CREATE INDEX "word_checks_due" ON "word_checks" USING btree ("due_at") WHERE verdict = 'pending';