CREATE TABLE "photo_keys" (
	"key" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "photo_keys_at" ON "photo_keys" USING btree ("at");