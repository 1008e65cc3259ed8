CREATE TABLE "upload_tallies" (
	"owner_id" uuid NOT NULL,
	"day" date NOT NULL,
	"tries" integer NOT NULL,
	CONSTRAINT "upload_tallies_owner_id_day_pk" PRIMARY KEY("owner_id","day")
);
--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "lost" text;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "lost_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sealed_files" ADD COLUMN "lost" text;--> statement-breakpoint
ALTER TABLE "sealed_files" ADD COLUMN "lost_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "publication_photos" ADD COLUMN "full_hash" text;--> statement-breakpoint
ALTER TABLE "publication_photos" ADD COLUMN "thumb_hash" text;--> statement-breakpoint
ALTER TABLE "upload_tallies" ADD CONSTRAINT "upload_tallies_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
