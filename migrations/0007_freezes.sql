-- Roles for the day on which data is frozen: one that sees no customer data, and each reach with the frozen rows taken out.
DO $$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['larkspur_frozen', 'larkspur_cold', 'larkspur_own_cold', 'larkspur_team_cold', 'larkspur_branch_cold', 'larkspur_bank_cold'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', wanted);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
END $$;
--> statement-breakpoint
DO $$
DECLARE pair text[]; attempt int; wanted text;
BEGIN
  FOREACH pair SLICE 1 IN ARRAY ARRAY[['larkspur_app', 'larkspur_frozen'],
    ['larkspur_own', 'larkspur_own_cold'], ['larkspur_team', 'larkspur_team_cold'],
    ['larkspur_branch', 'larkspur_branch_cold'], ['larkspur_bank', 'larkspur_bank_cold'],
    ['larkspur_cold', 'larkspur_own_cold'], ['larkspur_cold', 'larkspur_team_cold'],
    ['larkspur_cold', 'larkspur_branch_cold'], ['larkspur_cold', 'larkspur_bank_cold']] LOOP
    FOR attempt IN 1..20 LOOP
      EXIT WHEN EXISTS (SELECT FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles c ON c.oid = m.member WHERE r.rolname = pair[1] AND c.rolname = pair[2]);
      BEGIN
        EXECUTE format('GRANT %I TO %I', pair[1], pair[2]);
      EXCEPTION WHEN unique_violation OR internal_error THEN PERFORM pg_sleep(0.05);
      END;
    END LOOP;
  END LOOP;
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    FOREACH wanted IN ARRAY ARRAY['larkspur_frozen', 'larkspur_own_cold', 'larkspur_team_cold', 'larkspur_branch_cold', 'larkspur_bank_cold'] LOOP
      EXECUTE format('GRANT %I TO CURRENT_USER', wanted);
    END LOOP;
  END IF;
END $$;
--> statement-breakpoint
CREATE TABLE "freezes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"scope" text NOT NULL,
	"branch_id" integer,
	"employee_id" integer,
	"customer_id" uuid,
	"reason" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" integer,
	"confirmed_at" timestamp with time zone,
	"confirmed_by" integer,
	"thaw_asked_at" timestamp with time zone,
	"thaw_asked_by" integer,
	"thawed_at" timestamp with time zone,
	"thawed_by" integer,
	"inbound_id" text,
	CONSTRAINT "freezes_of_one_thing" CHECK (num_nonnulls("freezes"."branch_id", "freezes"."employee_id", "freezes"."customer_id") = (case when "freezes"."scope" = 'bank' then 0 else 1 end)
        and ("freezes"."scope" = 'branch') = ("freezes"."branch_id" is not null) and ("freezes"."scope" = 'employee') = ("freezes"."employee_id" is not null)
        and ("freezes"."scope" = 'customer') = ("freezes"."customer_id" is not null)),
	CONSTRAINT "freezes_confirmed_by_another" CHECK ("freezes"."confirmed_by" is distinct from "freezes"."started_by" or "freezes"."confirmed_by" is null),
	CONSTRAINT "freezes_thawed_by_two_others" CHECK (("freezes"."thawed_at" is null) = ("freezes"."thawed_by" is null) and ("freezes"."thawed_by" is null or "freezes"."thaw_asked_by" is not null)
        and coalesce("freezes"."thawed_by" not in ("freezes"."thaw_asked_by", coalesce("freezes"."started_by", 0), coalesce("freezes"."confirmed_by", 0), coalesce("freezes"."employee_id", 0)), true)
        and coalesce("freezes"."thaw_asked_by" not in (coalesce("freezes"."started_by", 0), coalesce("freezes"."confirmed_by", 0), coalesce("freezes"."employee_id", 0)), true))
);
--> statement-breakpoint
ALTER TABLE "freezes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "disarmed" (
	"is" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"backup_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "disarmed" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "in_freeze" text DEFAULT 'park' NOT NULL;--> statement-breakpoint
CREATE INDEX "freezes_in_force" ON "freezes" USING btree ("started_at") WHERE "freezes"."thawed_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_parked" ON "outbox" USING btree ("seq") WHERE "outbox"."state" = 'parked';--> statement-breakpoint
CREATE POLICY "customer_names_cold" ON "customer_names" AS RESTRICTIVE FOR ALL TO "larkspur_cold" USING ("customer_names"."branch_id" <> all ((select coalesce(array_agg(branch_id), '{}')::int[] from freezes where thawed_at is null and branch_id is not null)::int[]) and coalesce("customer_names"."customer_id" <> all ((select coalesce(array_agg(customer_id), '{}')::uuid[] from freezes where thawed_at is null and customer_id is not null)::uuid[]), true)) WITH CHECK ("customer_names"."branch_id" <> all ((select coalesce(array_agg(branch_id), '{}')::int[] from freezes where thawed_at is null and branch_id is not null)::int[]) and coalesce("customer_names"."customer_id" <> all ((select coalesce(array_agg(customer_id), '{}')::uuid[] from freezes where thawed_at is null and customer_id is not null)::uuid[]), true));--> statement-breakpoint
CREATE POLICY "customers_cold" ON "customers" AS RESTRICTIVE FOR ALL TO "larkspur_cold" USING ("customers"."branch_id" <> all ((select coalesce(array_agg(branch_id), '{}')::int[] from freezes where thawed_at is null and branch_id is not null)::int[]) and coalesce("customers"."id" <> all ((select coalesce(array_agg(customer_id), '{}')::uuid[] from freezes where thawed_at is null and customer_id is not null)::uuid[]), true)) WITH CHECK ("customers"."branch_id" <> all ((select coalesce(array_agg(branch_id), '{}')::int[] from freezes where thawed_at is null and branch_id is not null)::int[]) and coalesce("customers"."id" <> all ((select coalesce(array_agg(customer_id), '{}')::uuid[] from freezes where thawed_at is null and customer_id is not null)::uuid[]), true));--> statement-breakpoint
CREATE POLICY "holdings_cold" ON "holdings" AS RESTRICTIVE FOR ALL TO "larkspur_cold" USING ("holdings"."branch_id" <> all ((select coalesce(array_agg(branch_id), '{}')::int[] from freezes where thawed_at is null and branch_id is not null)::int[]) and coalesce("holdings"."customer_id" <> all ((select coalesce(array_agg(customer_id), '{}')::uuid[] from freezes where thawed_at is null and customer_id is not null)::uuid[]), true)) WITH CHECK ("holdings"."branch_id" <> all ((select coalesce(array_agg(branch_id), '{}')::int[] from freezes where thawed_at is null and branch_id is not null)::int[]) and coalesce("holdings"."customer_id" <> all ((select coalesce(array_agg(customer_id), '{}')::uuid[] from freezes where thawed_at is null and customer_id is not null)::uuid[]), true));--> statement-breakpoint
CREATE POLICY "follow_ups_cold" ON "follow_ups" AS RESTRICTIVE FOR ALL TO "larkspur_cold" USING ("follow_ups"."branch_id" <> all ((select coalesce(array_agg(branch_id), '{}')::int[] from freezes where thawed_at is null and branch_id is not null)::int[]) and coalesce("follow_ups"."customer_id" <> all ((select coalesce(array_agg(customer_id), '{}')::uuid[] from freezes where thawed_at is null and customer_id is not null)::uuid[]), true)) WITH CHECK ("follow_ups"."branch_id" <> all ((select coalesce(array_agg(branch_id), '{}')::int[] from freezes where thawed_at is null and branch_id is not null)::int[]) and coalesce("follow_ups"."customer_id" <> all ((select coalesce(array_agg(customer_id), '{}')::uuid[] from freezes where thawed_at is null and customer_id is not null)::uuid[]), true));--> statement-breakpoint
CREATE POLICY "opportunities_cold" ON "opportunities" AS RESTRICTIVE FOR ALL TO "larkspur_cold" USING ("opportunities"."branch_id" <> all ((select coalesce(array_agg(branch_id), '{}')::int[] from freezes where thawed_at is null and branch_id is not null)::int[]) and coalesce("opportunities"."customer_id" <> all ((select coalesce(array_agg(customer_id), '{}')::uuid[] from freezes where thawed_at is null and customer_id is not null)::uuid[]), true)) WITH CHECK ("opportunities"."branch_id" <> all ((select coalesce(array_agg(branch_id), '{}')::int[] from freezes where thawed_at is null and branch_id is not null)::int[]) and coalesce("opportunities"."customer_id" <> all ((select coalesce(array_agg(customer_id), '{}')::uuid[] from freezes where thawed_at is null and customer_id is not null)::uuid[]), true));--> statement-breakpoint
CREATE POLICY "tasks_cold" ON "tasks" AS RESTRICTIVE FOR ALL TO "larkspur_cold" USING ("tasks"."branch_id" <> all ((select coalesce(array_agg(branch_id), '{}')::int[] from freezes where thawed_at is null and branch_id is not null)::int[]) and coalesce("tasks"."customer_id" <> all ((select coalesce(array_agg(customer_id), '{}')::uuid[] from freezes where thawed_at is null and customer_id is not null)::uuid[]), true)) WITH CHECK ("tasks"."branch_id" <> all ((select coalesce(array_agg(branch_id), '{}')::int[] from freezes where thawed_at is null and branch_id is not null)::int[]) and coalesce("tasks"."customer_id" <> all ((select coalesce(array_agg(customer_id), '{}')::uuid[] from freezes where thawed_at is null and customer_id is not null)::uuid[]), true));--> statement-breakpoint
CREATE POLICY "tickets_cold" ON "tickets" AS RESTRICTIVE FOR ALL TO "larkspur_cold" USING ("tickets"."branch_id" <> all ((select coalesce(array_agg(branch_id), '{}')::int[] from freezes where thawed_at is null and branch_id is not null)::int[]) and coalesce("tickets"."customer_id" <> all ((select coalesce(array_agg(customer_id), '{}')::uuid[] from freezes where thawed_at is null and customer_id is not null)::uuid[]), true)) WITH CHECK ("tickets"."branch_id" <> all ((select coalesce(array_agg(branch_id), '{}')::int[] from freezes where thawed_at is null and branch_id is not null)::int[]) and coalesce("tickets"."customer_id" <> all ((select coalesce(array_agg(customer_id), '{}')::uuid[] from freezes where thawed_at is null and customer_id is not null)::uuid[]), true));--> statement-breakpoint
CREATE POLICY "freezes_read" ON "freezes" AS PERMISSIVE FOR SELECT TO "larkspur_app" USING (true);--> statement-breakpoint
CREATE POLICY "freezes_read_none" ON "freezes" AS PERMISSIVE FOR SELECT TO "larkspur_none" USING (true);--> statement-breakpoint
CREATE POLICY "freezes_service" ON "freezes" AS PERMISSIVE FOR ALL TO "larkspur_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "freezes_keeper" ON "freezes" AS PERMISSIVE FOR ALL TO "larkspur_keeper" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "freezes_start" ON "freezes" AS PERMISSIVE FOR INSERT TO "larkspur_app" WITH CHECK ((select current_setting('app.role', true)) <> 'rm' and "freezes"."started_by" = (select nullif(current_setting('app.employee', true), '')::int));--> statement-breakpoint
CREATE POLICY "freezes_decide" ON "freezes" AS PERMISSIVE FOR UPDATE TO "larkspur_app" USING ((select current_setting('app.role', true)) <> 'rm' and "freezes"."thawed_at" is null) WITH CHECK ((select current_setting('app.role', true)) <> 'rm' and (select nullif(current_setting('app.employee', true), '')::int) in ("freezes"."confirmed_by", "freezes"."thaw_asked_by", "freezes"."thawed_by"));--> statement-breakpoint
CREATE POLICY "freezes_start_none" ON "freezes" AS PERMISSIVE FOR INSERT TO "larkspur_none" WITH CHECK ((select current_setting('app.role', true)) <> 'rm' and "freezes"."started_by" = (select nullif(current_setting('app.employee', true), '')::int));--> statement-breakpoint
CREATE POLICY "freezes_decide_none" ON "freezes" AS PERMISSIVE FOR UPDATE TO "larkspur_none" USING ((select current_setting('app.role', true)) <> 'rm' and "freezes"."thawed_at" is null) WITH CHECK ((select current_setting('app.role', true)) <> 'rm' and (select nullif(current_setting('app.employee', true), '')::int) in ("freezes"."confirmed_by", "freezes"."thaw_asked_by", "freezes"."thawed_by"));--> statement-breakpoint
CREATE POLICY "disarmed_service" ON "disarmed" AS PERMISSIVE FOR ALL TO "larkspur_service" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER TABLE "freezes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "disarmed" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT ON "freezes" TO "larkspur_app", "larkspur_none", "larkspur_service", "larkspur_keeper";--> statement-breakpoint
GRANT UPDATE ("confirmed_at", "confirmed_by", "thaw_asked_at", "thaw_asked_by", "thawed_at", "thawed_by") ON "freezes" TO "larkspur_app", "larkspur_none", "larkspur_service";--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON "disarmed" TO "larkspur_service";
