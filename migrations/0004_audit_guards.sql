-- The trail is append-only for everybody, its owner too, and every entry announces itself to the sealer.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit_chain', 'audit_checkpoints', 'audit_unsealed', 'second_factors', 'recovery_codes'] LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT INSERT ON audit_unsealed TO larkspur_app, larkspur_none, larkspur_service, larkspur_keeper;
--> statement-breakpoint
GRANT SELECT ON audit_unsealed TO larkspur_none, larkspur_team, larkspur_service, larkspur_keeper;
--> statement-breakpoint
GRANT DELETE ON audit_unsealed TO larkspur_keeper;
--> statement-breakpoint
GRANT SELECT, INSERT ON audit_chain, audit_checkpoints TO larkspur_keeper;
--> statement-breakpoint
GRANT SELECT ON audit_chain, audit_checkpoints TO larkspur_none, larkspur_team;
--> statement-breakpoint
GRANT SELECT ON audit_checkpoints TO larkspur_service;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factors, recovery_codes TO larkspur_app, larkspur_none, larkspur_service;
--> statement-breakpoint
-- Entries that were written before there was a chain. The keeper sees every row; an owner under FORCE may see none.
SET LOCAL ROLE larkspur_keeper;
--> statement-breakpoint
INSERT INTO audit_unsealed (audit_id) SELECT id FROM audit ORDER BY at, id;
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint
CREATE FUNCTION announce_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.audit_unsealed (audit_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_announced AFTER INSERT ON audit FOR EACH ROW EXECUTE FUNCTION announce_audit_entry();
--> statement-breakpoint
CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
-- ALWAYS: they fire for a session that plays a replica, too. Whoever switches them off is named by `audit verify`.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit', 'audit_chain', 'audit_checkpoints'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit()', t || '_append_only', t);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', t, t || '_append_only');
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_announced;
