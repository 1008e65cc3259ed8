CREATE TABLE "visit_shares" (
	"scope" text PRIMARY KEY NOT NULL,
	"percent" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"report_id" uuid NOT NULL,
	"township_id" text NOT NULL,
	"seq" integer NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"result" text,
	"event_id" uuid,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "visits_event_id_unique" UNIQUE("event_id"),
	CONSTRAINT "visits_once" UNIQUE("report_id","seq")
);
--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "supervise_by" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "supervise_level" text;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "supervise_missed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "ask_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "recurs_id" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "recurred_id" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "false_fix_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "visits_open" ON "visits" USING btree ("township_id","due_at","id") WHERE done_at is null;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_recurs_id_reports_id_fk" FOREIGN KEY ("recurs_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_recurred_id_reports_id_fk" FOREIGN KEY ("recurred_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reports_closed" ON "reports" USING btree ("township_id","kind","closed_at") WHERE state = 'closed';--> statement-breakpoint
CREATE INDEX "reports_ask" ON "reports" USING btree ("ask_at") WHERE ask_at is not null;