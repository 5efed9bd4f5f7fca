// What the catalog of a database must not hold: every way known by which rows get past row-level security.

import { sql } from 'drizzle-orm'

/** Names each fault: a table that is not closed, something that reads in another's name, a role that may too much. */
export const CATALOG_LINT = sql`
  with ours as (
    select c.oid, c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.reloptions, c.relowner
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public'
  ), functions as (
    select p.proname, p.prosecdef, p.proleakproof
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public'
  ), roles as (
    select r.oid, r.rolname, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, r.rolcanlogin
    from pg_roles r where r.rolname in ('larkspur_app', 'larkspur_own', 'larkspur_team', 'larkspur_branch',
      'larkspur_bank', 'larkspur_none', 'larkspur_service', 'larkspur_keeper', 'larkspur_frozen', 'larkspur_cold',
      'larkspur_own_cold', 'larkspur_team_cold', 'larkspur_branch_cold', 'larkspur_bank_cold')
  )
  select 'a table that is not closed' as fault, relname::text as name from ours
    where relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)
  union all select 'a view without security_invoker', relname::text from ours
    where relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false)
  union all select 'a materialised view', relname::text from ours where relkind = 'm'
  union all select 'a function with the rights of its maker', proname::text from functions where prosecdef
  union all select 'a function that is called leakproof', proname::text from functions where proleakproof
  union all select 'a role that may too much', rolname::text from roles
    where rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin
  union all select 'a role that owns a table', o.relname::text from ours o join roles r on r.oid = o.relowner
  union all select 'a role that is a member of one that may more', m.rolname || ' in ' || g.rolname
    from roles m join pg_roles g on g.oid <> m.oid and g.rolname <> 'larkspur_app' and pg_has_role(m.oid, g.oid, 'member')
    -- While something is frozen, each reach has a role of its own with less.
    where not (m.rolname like '%\\_cold' and g.rolname in ('larkspur_cold', replace(m.rolname, '_cold', '')))
  union all select 'a right for everybody', c.relname::text
    from ours c join pg_class k on k.oid = c.oid, aclexplode(k.relacl) acl where acl.grantee = 0
  order by 1, 2`
