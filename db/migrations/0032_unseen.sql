CREATE TABLE "report_unseen" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "report_unseen" ADD CONSTRAINT "report_unseen_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;