-- Files of confidential matters belong to consultations as well as to questions: one table, whatever the matter.
ALTER TABLE "question_files" RENAME TO "sealed_files";
--> statement-breakpoint
ALTER TABLE "sealed_files" DROP CONSTRAINT "question_files_question_id_questions_id_fk";
--> statement-breakpoint
ALTER TABLE "sealed_files" RENAME COLUMN "question_id" TO "matter_id";
--> statement-breakpoint
ALTER TABLE "sealed_files" RENAME CONSTRAINT "question_files_owner_id_people_id_fk" TO "sealed_files_owner_id_people_id_fk";
--> statement-breakpoint
ALTER TABLE "sealed_files" RENAME CONSTRAINT "question_files_pkey" TO "sealed_files_pkey";
--> statement-breakpoint
ALTER INDEX "question_files_question" RENAME TO "sealed_files_matter";
--> statement-breakpoint
ALTER INDEX "question_files_owner" RENAME TO "sealed_files_owner";
--> statement-breakpoint
ALTER INDEX "question_files_unattached" RENAME TO "sealed_files_unattached";
