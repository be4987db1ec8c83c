-- Images that were sent and drawn anew, under the hash of what was drawn. What nothing refers to is
-- forgotten after a week. BYTEA is PostgreSQL's word; SQLite keeps a blob as it is under any.
CREATE TABLE image (
  id       VARCHAR(64) NOT NULL PRIMARY KEY,
  sent_by  VARCHAR(36) NOT NULL,
  sent_at  BIGINT      NOT NULL
);
CREATE INDEX image_by_sender ON image (sent_by);

CREATE TABLE image_file (
  image_id    VARCHAR(64) NOT NULL REFERENCES image (id),
  size        VARCHAR(5)  NOT NULL CHECK (size IN ('large', 'small')),
  media_type  VARCHAR(20) NOT NULL,
  width       INTEGER     NOT NULL,
  height      INTEGER     NOT NULL,
  bytes       BYTEA       NOT NULL,
  PRIMARY KEY (image_id, size)
);

ALTER TABLE event ADD COLUMN cover_id VARCHAR(64) REFERENCES image (id);
CREATE INDEX event_by_cover ON event (cover_id) WHERE cover_id IS NOT NULL;
ALTER TABLE house ADD COLUMN logo_id VARCHAR(64) REFERENCES image (id);
