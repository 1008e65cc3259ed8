ALTER TABLE "report_steps" VALIDATE CONSTRAINT "report_steps_said";
--> statement-breakpoint
ALTER TABLE "question_steps" VALIDATE CONSTRAINT "question_steps_said";
--> statement-breakpoint
ALTER TABLE "booking_steps" VALIDATE CONSTRAINT "booking_steps_said";
