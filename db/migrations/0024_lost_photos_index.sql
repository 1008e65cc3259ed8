DROP INDEX CONCURRENTLY IF EXISTS "photos_lost";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "photos_lost" ON "photos" USING btree ("lost_at") WHERE lost is not null;
