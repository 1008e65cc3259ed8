DROP INDEX CONCURRENTLY IF EXISTS "sealed_files_lost";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "sealed_files_lost" ON "sealed_files" USING btree ("lost_at") WHERE lost is not null;
