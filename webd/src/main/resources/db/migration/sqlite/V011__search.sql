-- Finds a text of three letters or more anywhere in what events are searched by, without opening every
-- event. What pg_trgm is to PostgreSQL. Numbers of our own: SQLite may change those of event.
CREATE TABLE event_search_doc (
  doc       INTEGER     NOT NULL PRIMARY KEY,
  event_id  VARCHAR(36) NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE event_search
  USING fts5 (search_text, content = '', contentless_delete = 1, tokenize = 'trigram');

INSERT INTO event_search_doc (event_id) SELECT id FROM event;
INSERT INTO event_search (rowid, search_text)
  SELECT d.doc, e.search_text FROM event_search_doc d JOIN event e ON e.id = d.event_id;

CREATE TRIGGER event_search_added AFTER INSERT ON event BEGIN
  INSERT INTO event_search_doc (event_id) VALUES (new.id);
  INSERT INTO event_search (rowid, search_text)
    SELECT doc, new.search_text FROM event_search_doc WHERE event_id = new.id;
END;

CREATE TRIGGER event_search_changed AFTER UPDATE OF search_text ON event
WHEN new.search_text <> old.search_text BEGIN
  UPDATE event_search SET search_text = new.search_text
  WHERE rowid = (SELECT doc FROM event_search_doc WHERE event_id = new.id);
END;

CREATE TRIGGER event_search_removed AFTER DELETE ON event BEGIN
  DELETE FROM event_search
  WHERE rowid = (SELECT doc FROM event_search_doc WHERE event_id = old.id);
  DELETE FROM event_search_doc WHERE event_id = old.id;
END;
