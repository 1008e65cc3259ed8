CREATE TABLE "rescue_phones" (
	"scope" text NOT NULL,
	"rescuer" text NOT NULL,
	"title" text NOT NULL,
	"phone" text NOT NULL,
	CONSTRAINT "rescue_phones_scope_rescuer_pk" PRIMARY KEY("scope","rescuer")
);
