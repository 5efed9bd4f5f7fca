-- The wall: row-level security binds the owner of the tables too, and every right is given by name.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relrowsecurity LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO larkspur_app, larkspur_none, larkspur_service, larkspur_keeper;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON customers, customer_names, holdings, follow_ups, tasks, opportunities, tickets, approvals TO larkspur_app, larkspur_keeper;
--> statement-breakpoint
GRANT SELECT ON branches, teams, employees, absences, products TO larkspur_app, larkspur_none;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON branches, teams, employees, absences, products TO larkspur_service, larkspur_keeper;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON inbox, outbox, pending, schedules, secrets, binding_codes TO larkspur_service;
--> statement-breakpoint
GRANT INSERT ON outbox, gaps, audit TO larkspur_app, larkspur_none, larkspur_service;
--> statement-breakpoint
GRANT SELECT ON audit TO larkspur_none, larkspur_team, larkspur_keeper;
--> statement-breakpoint
GRANT INSERT ON audit TO larkspur_keeper;
--> statement-breakpoint
GRANT SELECT ON gaps TO larkspur_none, larkspur_service;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON pending, schedules TO larkspur_app, larkspur_none;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE customer_code, ticket_number TO larkspur_app, larkspur_keeper;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO larkspur_service;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE outbox_seq_seq TO larkspur_app, larkspur_none;
