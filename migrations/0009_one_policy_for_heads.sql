DROP POLICY "approvals_revoke_head" ON "approvals" CASCADE;--> statement-breakpoint
DROP POLICY "tickets_revoke_head" ON "tickets" CASCADE;--> statement-breakpoint
ALTER POLICY "approvals_decide_head" ON "approvals" TO larkspur_bank,larkspur_branch USING ("approvals"."ticket_id" in (select id from tickets) and ("approvals"."approver_id" = (select nullif(current_setting('app.employee', true), '')::int) and "approvals"."decision" is null or "approvals"."decided_by" = (select nullif(current_setting('app.employee', true), '')::int) and "approvals"."decision" in ('approved', 'rejected'))) WITH CHECK ("approvals"."ticket_id" in (select id from tickets) and "approvals"."decided_by" = (select nullif(current_setting('app.employee', true), '')::int) and ("approvals"."decision" is null or "approvals"."decision" in ('approved', 'rejected') and not "approvals"."ticket_id" in (select id from tickets where requester_id = (select nullif(current_setting('app.employee', true), '')::int))));--> statement-breakpoint
ALTER POLICY "tickets_decide_head" ON "tickets" TO larkspur_bank,larkspur_branch USING ("tickets"."handler_id" = (select nullif(current_setting('app.employee', true), '')::int) and "tickets"."status" in ('waiting', 'approved', 'rejected')) WITH CHECK ("tickets"."handler_id" = (select nullif(current_setting('app.employee', true), '')::int) and "tickets"."status" in ('waiting', 'approved', 'rejected'));--> statement-breakpoint
-- A policy sees a row before or after, never both: by policies alone a head could change a request that waits, if only it
-- still waited. A head decides or takes a decision back, and changes nothing else; a hand-over runs as the owner of the tables.
CREATE FUNCTION refuse_more_than_deciding() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := to_jsonb(OLD);
  after jsonb := to_jsonb(NEW);
BEGIN
  IF (coalesce(before ->> TG_ARGV[0], 'waiting') = 'waiting') = (coalesce(after ->> TG_ARGV[0], 'waiting') = 'waiting')
    OR before - TG_ARGV <> after - TG_ARGV THEN
    RAISE EXCEPTION 'a head decides a request and changes nothing else of it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER tickets_of_heads BEFORE UPDATE ON tickets FOR EACH ROW
  WHEN (current_user IN ('larkspur_branch', 'larkspur_bank', 'larkspur_branch_cold', 'larkspur_bank_cold'))
  EXECUTE FUNCTION refuse_more_than_deciding('status', 'result', 'version');--> statement-breakpoint
CREATE TRIGGER approvals_of_heads BEFORE UPDATE ON approvals FOR EACH ROW
  WHEN (current_user IN ('larkspur_branch', 'larkspur_bank', 'larkspur_branch_cold', 'larkspur_bank_cold'))
  EXECUTE FUNCTION refuse_more_than_deciding('decision', 'decided_by', 'decided_at', 'comment', 'version');
