CREATE TABLE "publication_thanks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"publication_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "words" text;--> statement-breakpoint
ALTER TABLE "publication_thanks" ADD CONSTRAINT "publication_thanks_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_thanks" ADD CONSTRAINT "publication_thanks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "publication_thanks_standing" ON "publication_thanks" USING btree ("publication_id","person_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "publication_thanks_person" ON "publication_thanks" USING btree ("person_id","at" DESC NULLS FIRST) WHERE withdrawn_at is null;