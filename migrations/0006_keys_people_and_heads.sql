CREATE TABLE "daily_runs" (
	"name" text PRIMARY KEY NOT NULL,
	"ran_on" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "daily_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "data_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"proof" text NOT NULL,
	"known_since" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "data_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "absences" ADD COLUMN "deputy_id" integer;--> statement-breakpoint
ALTER TABLE "branches" ADD COLUMN "department" text;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "leader_id" integer;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "status_by" text;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "department" text;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_deputy_id_employees_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "branches" ADD CONSTRAINT "branches_department_unique" UNIQUE("department");--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_department_unique" UNIQUE("department");--> statement-breakpoint
CREATE POLICY "approvals_decide_head" ON "approvals" AS PERMISSIVE FOR UPDATE TO "larkspur_bank", "larkspur_branch" USING ("approvals"."ticket_id" in (select id from tickets) and "approvals"."approver_id" = (select nullif(current_setting('app.employee', true), '')::int) and "approvals"."decision" is null) WITH CHECK ("approvals"."ticket_id" in (select id from tickets) and "approvals"."decided_by" = (select nullif(current_setting('app.employee', true), '')::int) and "approvals"."decision" in ('approved', 'rejected') and not "approvals"."ticket_id" in (select id from tickets where requester_id = (select nullif(current_setting('app.employee', true), '')::int)));--> statement-breakpoint
CREATE POLICY "tickets_decide_head" ON "tickets" AS PERMISSIVE FOR UPDATE TO "larkspur_bank", "larkspur_branch" USING ("tickets"."handler_id" = (select nullif(current_setting('app.employee', true), '')::int) and "tickets"."status" = 'waiting') WITH CHECK ("tickets"."handler_id" = (select nullif(current_setting('app.employee', true), '')::int) and "tickets"."status" in ('approved', 'rejected'));--> statement-breakpoint
CREATE POLICY "daily_runs_service" ON "daily_runs" AS PERMISSIVE FOR ALL TO "larkspur_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "data_keys_service" ON "data_keys" AS PERMISSIVE FOR ALL TO "larkspur_service" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER TABLE "data_keys" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "daily_runs" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "data_keys", "daily_runs" TO "larkspur_service";
