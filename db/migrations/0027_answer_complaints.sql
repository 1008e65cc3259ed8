CREATE TABLE "legal_answer_complaints" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"question_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"input_hash" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "legal_answers" ADD COLUMN "hidden_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "legal_answer_complaints" ADD CONSTRAINT "legal_answer_complaints_question_id_answer_publications_question_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."answer_publications"("question_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_answer_complaints" ADD CONSTRAINT "legal_answer_complaints_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "legal_answer_complaints_once" ON "legal_answer_complaints" USING btree ("question_id","person_id");--> statement-breakpoint
CREATE INDEX "legal_answer_complaints_open" ON "legal_answer_complaints" USING btree ("question_id") WHERE told_at is null;