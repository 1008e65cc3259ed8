ALTER TABLE "reports" ADD COLUMN "source" text DEFAULT 'resident' NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "for_id" uuid;