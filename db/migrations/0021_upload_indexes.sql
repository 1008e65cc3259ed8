DROP INDEX CONCURRENTLY IF EXISTS "photos_awaited";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "photos_awaited" ON "photos" USING btree ("created_at") WHERE state = 'awaited' and lost is null;--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "sealed_files_awaited";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "sealed_files_awaited" ON "sealed_files" USING btree ("created_at") WHERE storage_key is null and lost is null;
