-- Accounts, their sessions, the feed that tells webd of changes, and the keys of this service.
-- Instants are epoch milliseconds; ids are UUIDs as text.

CREATE TABLE account (
  id            TEXT PRIMARY KEY,
  email         TEXT NOT NULL,
  email_key     TEXT NOT NULL UNIQUE,
  name          TEXT NOT NULL,
  search        TEXT NOT NULL,
  locale        TEXT NOT NULL CHECK (locale IN ('fr', 'en')),
  role          TEXT NOT NULL CHECK (role IN ('Basic', 'User', 'EventCreator', 'Admin')),
  role_version  INTEGER NOT NULL CHECK (role_version >= 1),
  disabled      BOOLEAN NOT NULL,
  password_hash TEXT NOT NULL,
  created_at    BIGINT NOT NULL
);

CREATE INDEX account_role ON account (role);

-- refreshed_at is when an access token was last given: older than its life, no token is left.
CREATE TABLE session (
  id           TEXT PRIMARY KEY,
  account_id   TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  kind         TEXT NOT NULL CHECK (kind IN ('cookie', 'bearer')),
  created_at   BIGINT NOT NULL,
  refreshed_at BIGINT NOT NULL,
  expires_at   BIGINT NOT NULL,
  ended_at     BIGINT
);

CREATE INDEX session_account ON session (account_id);
CREATE INDEX session_expiry ON session (expires_at);

-- Only the SHA-256 of a refresh token is kept. used_at is null for the one that is current.
CREATE TABLE refresh_token (
  hash       TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  used_at    BIGINT
);

CREATE INDEX refresh_token_session ON refresh_token (session_id);

-- The feed. A transaction takes its number here and holds the row until it commits, so that
-- numbers appear in their order and no reader ever passes over one.
CREATE TABLE account_change_counter (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  last BIGINT NOT NULL
);

INSERT INTO account_change_counter (id, last) VALUES (1, 0);

CREATE TABLE account_change (
  seq            BIGINT PRIMARY KEY,
  account_id     TEXT NOT NULL,
  email          TEXT,
  name           TEXT,
  locale         TEXT,
  role           TEXT NOT NULL,
  role_version   INTEGER NOT NULL,
  disabled       BOOLEAN NOT NULL,
  deleted_at     BIGINT,
  ended_sessions TEXT NOT NULL,
  request_id     TEXT NOT NULL,
  changed_at     BIGINT NOT NULL
);

CREATE INDEX account_change_account ON account_change (account_id);
CREATE INDEX account_change_time ON account_change (changed_at);

-- Wrapped by the master key, which lies outside of the database.
CREATE TABLE signing_key (
  id          TEXT PRIMARY KEY,
  public_key  TEXT NOT NULL,
  private_key TEXT NOT NULL,
  created_at  BIGINT NOT NULL
);

CREATE TABLE secret (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
