-- Links that can be used once, each for one purpose. Of the link's 256 random bits only the SHA-256
-- is kept. `purpose` has no CHECK, so that a later one needs no new table.
CREATE TABLE recovery_link (
  hash       TEXT   PRIMARY KEY,
  account_id TEXT   NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  purpose    TEXT   NOT NULL,
  created_by TEXT   NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at    BIGINT
);

CREATE INDEX recovery_link_account ON recovery_link (account_id);
CREATE INDEX recovery_link_expiry ON recovery_link (expires_at);
