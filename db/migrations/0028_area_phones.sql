CREATE TABLE "area_phones" (
	"area_id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"phone" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "area_phones" ADD CONSTRAINT "area_phones_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;