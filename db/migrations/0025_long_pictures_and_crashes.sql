CREATE TABLE "crashes" (
	"fingerprint" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"page" text NOT NULL,
	"platform" text NOT NULL,
	"version" text NOT NULL,
	"frames" jsonb NOT NULL,
	"count" integer NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "check_part" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX "crashes_last" ON "crashes" USING btree ("last_at");