CREATE SEQUENCE "public"."question_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "answer_publications" (
	"question_id" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"author_id" uuid NOT NULL,
	"author" text NOT NULL,
	"township_id" text NOT NULL,
	"topic" text,
	"offered_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"reviewer_id" uuid,
	"reviewed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "conflict_declarations" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"question_id" uuid NOT NULL,
	"adviser_id" uuid NOT NULL,
	"unit_ids" text[] NOT NULL,
	"conflict" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "legal_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"question_id" uuid NOT NULL,
	"topic" text,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"grams" text[] NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "legal_answers_question_id_unique" UNIQUE("question_id")
);
--> statement-breakpoint
CREATE TABLE "paragraphs" (
	"owner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "paragraphs_owner_id_id_pk" PRIMARY KEY("owner_id","id")
);
--> statement-breakpoint
CREATE TABLE "question_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"question_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"event" text NOT NULL,
	"state" text NOT NULL,
	"circle" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"holder_id" uuid,
	"fence" integer NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"actor_id" uuid,
	"actor" text NOT NULL,
	"due_at" timestamp (3) with time zone,
	"input_hash" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"seal" text DEFAULT '' NOT NULL,
	CONSTRAINT "question_events_seq" UNIQUE("question_id","seq")
);
--> statement-breakpoint
CREATE TABLE "question_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"question_id" uuid,
	"seq" integer,
	"position" integer DEFAULT 0 NOT NULL,
	"kind" text,
	"storage_key" text,
	"key_cipher" text,
	"source_hash" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "question_ratings" (
	"question_id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"adviser_id" uuid NOT NULL,
	"rating" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "question_texts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"question_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"seq" integer,
	"author_id" uuid NOT NULL,
	"author" text NOT NULL,
	"cipher" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"asker_id" uuid NOT NULL,
	"input_hash" text NOT NULL,
	"community_id" text NOT NULL,
	"township_id" text NOT NULL,
	"topic" text,
	"age_band" text NOT NULL,
	"against_committee" boolean NOT NULL,
	"anonymous" boolean NOT NULL,
	"danger" boolean NOT NULL,
	"state" text NOT NULL,
	"circle" text NOT NULL,
	"preferred_id" uuid,
	"owner_id" uuid NOT NULL,
	"holder_id" uuid,
	"fence" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"offered_to" uuid,
	"offered_until" timestamp (3) with time zone,
	"term_from" timestamp (3) with time zone NOT NULL,
	"answer_by" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"due_for" text,
	"seq" integer NOT NULL,
	"follow_ups" integer DEFAULT 0 NOT NULL,
	"suggestion" text,
	"agreed" boolean DEFAULT false NOT NULL,
	"answered_by" uuid,
	"first_answered_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "questions_number_unique" UNIQUE("number"),
	CONSTRAINT "questions_one_clock" CHECK ((due_at is null) = (state in ('closed', 'withdrawn'))),
	CONSTRAINT "questions_clock_has_reason" CHECK ((due_at is null) = (due_for is null)),
	CONSTRAINT "questions_one_holder" CHECK ((holder_id is not null) = (state = 'claimed')),
	CONSTRAINT "questions_lease_ends" CHECK ((holder_id is null) = (lease_until is null))
);
--> statement-breakpoint
CREATE TABLE "speech_consents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"agreed" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "looks" ADD COLUMN "what" text DEFAULT 'phone' NOT NULL;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "kind" text DEFAULT 'partner' NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_publications" ADD CONSTRAINT "answer_publications_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_publications" ADD CONSTRAINT "answer_publications_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_publications" ADD CONSTRAINT "answer_publications_reviewer_id_people_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_adviser_id_people_id_fk" FOREIGN KEY ("adviser_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_answers" ADD CONSTRAINT "legal_answers_question_id_answer_publications_question_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."answer_publications"("question_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paragraphs" ADD CONSTRAINT "paragraphs_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_events" ADD CONSTRAINT "question_events_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_events" ADD CONSTRAINT "question_events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_files" ADD CONSTRAINT "question_files_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_files" ADD CONSTRAINT "question_files_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_ratings" ADD CONSTRAINT "question_ratings_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_ratings" ADD CONSTRAINT "question_ratings_adviser_id_people_id_fk" FOREIGN KEY ("adviser_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_texts" ADD CONSTRAINT "question_texts_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_texts" ADD CONSTRAINT "question_texts_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_asker_id_people_id_fk" FOREIGN KEY ("asker_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_community_id_areas_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_preferred_id_people_id_fk" FOREIGN KEY ("preferred_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_holder_id_people_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_offered_to_people_id_fk" FOREIGN KEY ("offered_to") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speech_consents" ADD CONSTRAINT "speech_consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_publications_review" ON "answer_publications" USING btree ("township_id","decided_at") WHERE state = 'approved';--> statement-breakpoint
CREATE INDEX "conflict_declarations_question" ON "conflict_declarations" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "legal_answers_grams" ON "legal_answers" USING gin ("grams");--> statement-breakpoint
CREATE INDEX "legal_answers_new" ON "legal_answers" USING btree ("published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "legal_answers_topic" ON "legal_answers" USING btree ("topic","published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "question_events_actor" ON "question_events" USING btree ("actor_id","event","at");--> statement-breakpoint
CREATE INDEX "question_files_question" ON "question_files" USING btree ("question_id","seq","position");--> statement-breakpoint
CREATE INDEX "question_files_owner" ON "question_files" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE INDEX "question_files_unattached" ON "question_files" USING btree ("created_at") WHERE question_id is null;--> statement-breakpoint
CREATE INDEX "question_ratings_adviser" ON "question_ratings" USING btree ("adviser_id","at");--> statement-breakpoint
CREATE INDEX "question_texts_question" ON "question_texts" USING btree ("question_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "question_texts_draft" ON "question_texts" USING btree ("question_id","author_id") WHERE kind = 'draft';--> statement-breakpoint
CREATE INDEX "questions_asker" ON "questions" USING btree ("asker_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "questions_own" ON "questions" USING btree ("community_id","answer_by","id") WHERE state = 'waiting' and circle = 'own';--> statement-breakpoint
CREATE INDEX "questions_pool" ON "questions" USING btree ("township_id","answer_by","id") WHERE state = 'waiting' and circle in ('pool', 'township');--> statement-breakpoint
CREATE INDEX "questions_duty" ON "questions" USING btree ("township_id","answer_by","id") WHERE state = 'waiting' and circle = 'duty';--> statement-breakpoint
CREATE INDEX "questions_preferred" ON "questions" USING btree ("preferred_id","answer_by","id") WHERE state = 'waiting' and preferred_id is not null;--> statement-breakpoint
CREATE INDEX "questions_owed" ON "questions" USING btree ("township_id","answer_by","id") WHERE state in ('waiting', 'claimed');--> statement-breakpoint
CREATE INDEX "questions_due" ON "questions" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "questions_lease" ON "questions" USING btree ("lease_until") WHERE state = 'claimed';--> statement-breakpoint
CREATE INDEX "questions_held" ON "questions" USING btree ("holder_id") WHERE state = 'claimed';--> statement-breakpoint
CREATE INDEX "speech_consents_person" ON "speech_consents" USING btree ("person_id","at");