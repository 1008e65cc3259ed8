DROP INDEX CONCURRENTLY IF EXISTS "report_steps_resolved";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "report_steps_resolved" ON "report_steps" USING btree ("actor_id","at") WHERE event = 'resolve';
