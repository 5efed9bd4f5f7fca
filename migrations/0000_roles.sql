-- Roles of the application and the sequences that column defaults name.
-- Roles belong to the whole server, so another database may have made them, perhaps at this very moment.
DO $$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['larkspur_app', 'larkspur_own', 'larkspur_team', 'larkspur_branch', 'larkspur_bank', 'larkspur_none', 'larkspur_service', 'larkspur_keeper'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', wanted);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
END $$;
--> statement-breakpoint
-- The reaches inherit the rights of larkspur_app; the login may become any of them for the length of a transaction.
DO $$
DECLARE reach text; attempt int;
BEGIN
  FOREACH reach IN ARRAY ARRAY['larkspur_own', 'larkspur_team', 'larkspur_branch', 'larkspur_bank'] LOOP
    FOR attempt IN 1..20 LOOP
      EXIT WHEN EXISTS (SELECT FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles c ON c.oid = m.member WHERE r.rolname = 'larkspur_app' AND c.rolname = reach);
      BEGIN
        EXECUTE format('GRANT larkspur_app TO %I', reach);
      EXCEPTION WHEN unique_violation OR internal_error THEN PERFORM pg_sleep(0.05);
      END;
    END LOOP;
  END LOOP;
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    FOREACH reach IN ARRAY ARRAY['larkspur_own', 'larkspur_team', 'larkspur_branch', 'larkspur_bank', 'larkspur_none', 'larkspur_service', 'larkspur_keeper'] LOOP
      EXECUTE format('GRANT %I TO CURRENT_USER', reach);
    END LOOP;
  END IF;
END $$;
--> statement-breakpoint
CREATE SEQUENCE "customer_code";
--> statement-breakpoint
CREATE SEQUENCE "ticket_number" START WITH 1024;
