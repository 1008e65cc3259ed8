CREATE TABLE "clock_rounds" (
	"clock" text PRIMARY KEY NOT NULL,
	"failed_in_row" integer NOT NULL,
	"last_done_at" timestamp (3) with time zone,
	"last_failed_at" timestamp (3) with time zone,
	"code" text
);
--> statement-breakpoint
CREATE TABLE "clock_work" (
	"clock" text NOT NULL,
	"item_id" uuid NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"since" timestamp (3) with time zone,
	"code" text,
	CONSTRAINT "clock_work_clock_item_id_pk" PRIMARY KEY("clock","item_id")
);
--> statement-breakpoint
CREATE INDEX "clock_work_aside" ON "clock_work" USING btree ("since") WHERE failures > 0;