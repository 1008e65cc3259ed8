CREATE SEQUENCE "public"."booking_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "adviser_contacts" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"phone" text,
	"photo_id" uuid
);
--> statement-breakpoint
CREATE TABLE "booking_declarations" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"booking_id" uuid NOT NULL,
	"adviser_id" uuid NOT NULL,
	"unit_ids" text[] NOT NULL,
	"conflict" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking_ratings" (
	"booking_id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"adviser_id" uuid NOT NULL,
	"rating" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking_texts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"booking_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"author_id" uuid NOT NULL,
	"cipher" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "appointments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"adviser_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"community_id" text,
	"township_id" text NOT NULL,
	"place_id" uuid,
	"mode" text,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"blocked" "tstzrange" NOT NULL,
	"near" "tstzrange" NOT NULL,
	"capacity" integer NOT NULL,
	"taken" integer NOT NULL,
	"live" boolean NOT NULL,
	"input_hash" text DEFAULT '' NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "appointments_forward" CHECK (ends_at > starts_at),
	CONSTRAINT "appointments_seats" CHECK (taken between 0 and capacity)
);
--> statement-breakpoint
CREATE TABLE "booking_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"booking_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"event" text NOT NULL,
	"state" text NOT NULL,
	"appointment_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"hold_until" timestamp (3) with time zone,
	"actor_id" uuid,
	"actor" text NOT NULL,
	"input_hash" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"seal" text DEFAULT '' NOT NULL,
	CONSTRAINT "booking_events_seq" UNIQUE("booking_id","seq")
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"appointment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"input_hash" text NOT NULL,
	"state" text NOT NULL,
	"seat" integer NOT NULL,
	"turn" integer NOT NULL,
	"hold_until" timestamp (3) with time zone,
	"for_other" boolean DEFAULT false NOT NULL,
	"committee_id" text,
	"outcome" text,
	"confirmed_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"due_for" text,
	"seq" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bookings_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "office_extras" (
	"id" uuid PRIMARY KEY NOT NULL,
	"adviser_id" uuid NOT NULL,
	"community_id" text NOT NULL,
	"place_id" uuid NOT NULL,
	"mode" text NOT NULL,
	"slot_minutes" integer NOT NULL,
	"buffer_minutes" integer NOT NULL,
	"notice_minutes" integer NOT NULL,
	"horizon_days" integer NOT NULL,
	"capacity" integer NOT NULL,
	"day" date NOT NULL,
	"from_minute" integer NOT NULL,
	"to_minute" integer NOT NULL,
	"removed" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "office_hours" (
	"id" uuid PRIMARY KEY NOT NULL,
	"adviser_id" uuid NOT NULL,
	"community_id" text NOT NULL,
	"place_id" uuid NOT NULL,
	"mode" text NOT NULL,
	"slot_minutes" integer NOT NULL,
	"buffer_minutes" integer NOT NULL,
	"notice_minutes" integer NOT NULL,
	"horizon_days" integer NOT NULL,
	"capacity" integer NOT NULL,
	"weekday" integer NOT NULL,
	"from_minute" integer NOT NULL,
	"to_minute" integer NOT NULL,
	"since" date NOT NULL,
	"until" date,
	"on_days_off" boolean NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "office_places" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"name" text NOT NULL,
	"code" text NOT NULL,
	"retired" boolean DEFAULT false NOT NULL,
	CONSTRAINT "office_places_code_unique" UNIQUE("code")
);
--> statement-breakpoint
ALTER TABLE "adviser_contacts" ADD CONSTRAINT "adviser_contacts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adviser_contacts" ADD CONSTRAINT "adviser_contacts_photo_id_photos_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_declarations" ADD CONSTRAINT "booking_declarations_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_declarations" ADD CONSTRAINT "booking_declarations_adviser_id_people_id_fk" FOREIGN KEY ("adviser_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_ratings" ADD CONSTRAINT "booking_ratings_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_ratings" ADD CONSTRAINT "booking_ratings_adviser_id_people_id_fk" FOREIGN KEY ("adviser_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_texts" ADD CONSTRAINT "booking_texts_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_texts" ADD CONSTRAINT "booking_texts_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_adviser_id_people_id_fk" FOREIGN KEY ("adviser_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_community_id_areas_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_place_id_office_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."office_places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_events" ADD CONSTRAINT "booking_events_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_events" ADD CONSTRAINT "booking_events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_committee_id_areas_id_fk" FOREIGN KEY ("committee_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_extras" ADD CONSTRAINT "office_extras_adviser_id_people_id_fk" FOREIGN KEY ("adviser_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_extras" ADD CONSTRAINT "office_extras_community_id_areas_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_extras" ADD CONSTRAINT "office_extras_place_id_office_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."office_places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_hours" ADD CONSTRAINT "office_hours_adviser_id_people_id_fk" FOREIGN KEY ("adviser_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_hours" ADD CONSTRAINT "office_hours_community_id_areas_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_hours" ADD CONSTRAINT "office_hours_place_id_office_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."office_places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_places" ADD CONSTRAINT "office_places_community_id_areas_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "booking_declarations_booking" ON "booking_declarations" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "booking_ratings_adviser" ON "booking_ratings" USING btree ("adviser_id","at");--> statement-breakpoint
CREATE INDEX "booking_texts_booking" ON "booking_texts" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "appointments_adviser" ON "appointments" USING btree ("adviser_id","starts_at");--> statement-breakpoint
CREATE INDEX "appointments_community" ON "appointments" USING btree ("community_id","starts_at");--> statement-breakpoint
CREATE INDEX "appointments_township" ON "appointments" USING btree ("township_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_seat" ON "bookings" USING btree ("appointment_id","seat") WHERE state in ('held', 'booked', 'here', 'met', 'confirmed');--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_turn" ON "bookings" USING btree ("person_id","turn") WHERE state in ('held', 'booked', 'here');--> statement-breakpoint
CREATE INDEX "bookings_person" ON "bookings" USING btree ("person_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "bookings_appointment" ON "bookings" USING btree ("appointment_id");--> statement-breakpoint
CREATE INDEX "bookings_due" ON "bookings" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "office_extras_adviser" ON "office_extras" USING btree ("adviser_id","day");--> statement-breakpoint
CREATE INDEX "office_extras_community" ON "office_extras" USING btree ("community_id","day");--> statement-breakpoint
CREATE INDEX "office_hours_adviser" ON "office_hours" USING btree ("adviser_id");--> statement-breakpoint
CREATE INDEX "office_hours_community" ON "office_hours" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "office_places_community" ON "office_places" USING btree ("community_id");