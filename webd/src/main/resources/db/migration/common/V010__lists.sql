-- The list of events is read by start, from an index that holds all it is filtered by: no event is
-- opened that the page does not show. The longest event tells how far back one may have begun that
-- still goes on.
DROP INDEX event_by_start;
CREATE INDEX event_by_start ON event (starts_at, id, ends_at, status);
CREATE INDEX event_by_length ON event ((ends_at - starts_at));

-- "My tickets" goes from an account's events by its orders to their tickets. An index of tickets by
-- account would be one more page, somewhere in the file, to write for every seat that is sold.
DROP INDEX ticket_by_account;
DROP INDEX ticket_by_order;
CREATE INDEX ticket_by_order ON ticket (event_id, order_id, id);

-- Orders of canceled events are looked for again and again.
CREATE INDEX event_canceled ON event (id) WHERE status = 'CANCELED';
