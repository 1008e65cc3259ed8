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
ALTER TABLE "alerts" ADD COLUMN "msgid" text;--> statement-breakpoint
ALTER TABLE "permits" ADD COLUMN "refused_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "permit_accepts" ADD CONSTRAINT "permit_accepts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "permit_accepts_person" ON "permit_accepts" USING btree ("person_id","template","at");--> statement-breakpoint
CREATE INDEX "permit_accepts_open" ON "permit_accepts" USING btree ("at") WHERE not credited and not settled;--> statement-breakpoint
CREATE INDEX "permit_accepts_at" ON "permit_accepts" USING btree ("at");--> statement-breakpoint
CREATE INDEX "push_events_at" ON "push_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "push_events_open" ON "push_events" USING btree ("key") WHERE code is not null;--> statement-breakpoint
CREATE INDEX "alerts_msgid" ON "alerts" USING btree ("msgid") WHERE msgid is not null;