CREATE TABLE "audit_chain" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"audit_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	"prev_hash" "bytea" NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_chain_audit_id_unique" UNIQUE("audit_id")
);
--> statement-breakpoint
ALTER TABLE "audit_chain" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_checkpoints" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"hash" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"key_id" text NOT NULL,
	"signature" text NOT NULL,
	"posted" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_checkpoints" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_unsealed" (
	"audit_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_unsealed" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employee_id" integer NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "recovery_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "second_factors" (
	"employee_id" integer PRIMARY KEY NOT NULL,
	"secret_sealed" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" integer DEFAULT 0 NOT NULL,
	"tries_left" integer NOT NULL,
	"locked_until" timestamp with time zone,
	"counted_from" timestamp with time zone,
	"uses" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "second_factors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "recovery_codes_open" ON "recovery_codes" USING btree ("employee_id") WHERE "recovery_codes"."used_at" is null;--> statement-breakpoint
CREATE POLICY "audit_chain_read_none" ON "audit_chain" AS PERMISSIVE FOR SELECT TO "larkspur_none" USING (true);--> statement-breakpoint
CREATE POLICY "audit_chain_read_team" ON "audit_chain" AS PERMISSIVE FOR SELECT TO "larkspur_team" USING (true);--> statement-breakpoint
CREATE POLICY "audit_chain_keeper" ON "audit_chain" AS PERMISSIVE FOR ALL TO "larkspur_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_checkpoints_read_none" ON "audit_checkpoints" AS PERMISSIVE FOR SELECT TO "larkspur_none" USING (true);--> statement-breakpoint
CREATE POLICY "audit_checkpoints_read_team" ON "audit_checkpoints" AS PERMISSIVE FOR SELECT TO "larkspur_team" USING (true);--> statement-breakpoint
CREATE POLICY "audit_checkpoints_keeper" ON "audit_checkpoints" AS PERMISSIVE FOR ALL TO "larkspur_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_checkpoints_service" ON "audit_checkpoints" AS PERMISSIVE FOR SELECT TO "larkspur_service" USING (true);--> statement-breakpoint
CREATE POLICY "audit_unsealed_add" ON "audit_unsealed" AS PERMISSIVE FOR INSERT TO "larkspur_app" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_unsealed_add_none" ON "audit_unsealed" AS PERMISSIVE FOR INSERT TO "larkspur_none" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_unsealed_read_none" ON "audit_unsealed" AS PERMISSIVE FOR SELECT TO "larkspur_none" USING (true);--> statement-breakpoint
CREATE POLICY "audit_unsealed_read_team" ON "audit_unsealed" AS PERMISSIVE FOR SELECT TO "larkspur_team" USING (true);--> statement-breakpoint
CREATE POLICY "audit_unsealed_service" ON "audit_unsealed" AS PERMISSIVE FOR ALL TO "larkspur_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_unsealed_keeper" ON "audit_unsealed" AS PERMISSIVE FOR ALL TO "larkspur_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "recovery_codes_mine" ON "recovery_codes" AS PERMISSIVE FOR ALL TO "larkspur_app" USING ("recovery_codes"."employee_id" = (select nullif(current_setting('app.employee', true), '')::int)) WITH CHECK ("recovery_codes"."employee_id" = (select nullif(current_setting('app.employee', true), '')::int));--> statement-breakpoint
CREATE POLICY "recovery_codes_mine_none" ON "recovery_codes" AS PERMISSIVE FOR ALL TO "larkspur_none" USING ("recovery_codes"."employee_id" = (select nullif(current_setting('app.employee', true), '')::int)) WITH CHECK ("recovery_codes"."employee_id" = (select nullif(current_setting('app.employee', true), '')::int));--> statement-breakpoint
CREATE POLICY "recovery_codes_service" ON "recovery_codes" AS PERMISSIVE FOR ALL TO "larkspur_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "second_factors_mine" ON "second_factors" AS PERMISSIVE FOR ALL TO "larkspur_app" USING ("second_factors"."employee_id" = (select nullif(current_setting('app.employee', true), '')::int)) WITH CHECK ("second_factors"."employee_id" = (select nullif(current_setting('app.employee', true), '')::int));--> statement-breakpoint
CREATE POLICY "second_factors_mine_none" ON "second_factors" AS PERMISSIVE FOR ALL TO "larkspur_none" USING ("second_factors"."employee_id" = (select nullif(current_setting('app.employee', true), '')::int)) WITH CHECK ("second_factors"."employee_id" = (select nullif(current_setting('app.employee', true), '')::int));--> statement-breakpoint
CREATE POLICY "second_factors_service" ON "second_factors" AS PERMISSIVE FOR ALL TO "larkspur_service" USING (true) WITH CHECK (true);