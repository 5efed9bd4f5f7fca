-- Files that were sent, or given up, before they left the outbox with their sending.
SET LOCAL ROLE larkspur_service;--> statement-breakpoint
UPDATE outbox SET file_bytes = NULL WHERE file_bytes IS NOT NULL AND state IN ('sent', 'dead', 'flagged');--> statement-breakpoint
RESET ROLE;
