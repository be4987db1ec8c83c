-- Instants are milliseconds since 1970, ids are UUIDv7 as text, money is in minor units.
-- Every row of a sale carries event_id, and every index that a sale writes begins with it or grows
-- with time: an index on a random value halves the rate once it no longer fits in memory.

CREATE TABLE event (
  id               VARCHAR(36)  NOT NULL PRIMARY KEY,
  organizer_id     VARCHAR(36)  NOT NULL,
  title            VARCHAR(200) NOT NULL,
  description      TEXT         NOT NULL,
  venue            VARCHAR(200) NOT NULL,
  search_text      TEXT         NOT NULL,
  starts_at        BIGINT       NOT NULL,
  ends_at          BIGINT       NOT NULL,
  timezone         VARCHAR(64)  NOT NULL,
  sales_start_at   BIGINT,
  sales_end_at     BIGINT,
  currency         CHAR(3)      NOT NULL,
  max_per_order    INTEGER      NOT NULL,
  max_per_account  INTEGER,
  status           VARCHAR(10)  NOT NULL CHECK (status IN ('DRAFT', 'PUBLISHED', 'CANCELED')),
  version          INTEGER      NOT NULL,
  created_at       BIGINT       NOT NULL
);
CREATE INDEX event_by_start ON event (starts_at, id);
CREATE INDEX event_by_organizer ON event (organizer_id, starts_at, id);

CREATE TABLE ticket_type (
  event_id     VARCHAR(36)  NOT NULL REFERENCES event (id),
  id           VARCHAR(36)  NOT NULL,
  position     INTEGER      NOT NULL,
  name         VARCHAR(100) NOT NULL,
  price_minor  BIGINT       NOT NULL CHECK (price_minor >= 0),
  PRIMARY KEY (event_id, id)
);

-- One row for the event (quota_id = event_id) and one for each ticket type; capacity NULL means that
-- only the event's limit counts. The CHECK is the last word on overselling.
CREATE TABLE quota (
  event_id  VARCHAR(36) NOT NULL REFERENCES event (id),
  quota_id  VARCHAR(36) NOT NULL,
  capacity  INTEGER,
  held      INTEGER     NOT NULL,
  sold      INTEGER     NOT NULL,
  PRIMARY KEY (event_id, quota_id),
  CONSTRAINT quota_within_capacity CHECK (held >= 0 AND sold >= 0 AND held + sold <= capacity)
);

CREATE TABLE orders (
  event_id      VARCHAR(36)  NOT NULL REFERENCES event (id),
  id            VARCHAR(36)  NOT NULL,
  code          VARCHAR(8)   NOT NULL,
  account_id    VARCHAR(36)  NOT NULL,
  status        VARCHAR(8)   NOT NULL CHECK (status IN ('PENDING', 'PAID', 'EXPIRED', 'CANCELED')),
  seats         INTEGER      NOT NULL CHECK (seats > 0),
  total_minor   BIGINT       NOT NULL,
  currency      CHAR(3)      NOT NULL,
  event_title   VARCHAR(200) NOT NULL,
  test_payment  BOOLEAN      NOT NULL,
  placed_at     BIGINT       NOT NULL,
  expires_at    BIGINT,
  paid_at       BIGINT,
  closed_at     BIGINT,
  PRIMARY KEY (event_id, id)
);
CREATE INDEX orders_by_id ON orders (id);
CREATE INDEX orders_by_account ON orders (event_id, account_id, id);
CREATE INDEX orders_pending ON orders (expires_at) WHERE status = 'PENDING';
CREATE INDEX orders_pending_by_event ON orders (event_id, expires_at) WHERE status = 'PENDING';

CREATE TABLE order_line (
  event_id          VARCHAR(36)  NOT NULL,
  order_id          VARCHAR(36)  NOT NULL,
  line_no           INTEGER      NOT NULL,
  ticket_type_id    VARCHAR(36)  NOT NULL,
  ticket_type_name  VARCHAR(100) NOT NULL,
  quantity          INTEGER      NOT NULL CHECK (quantity > 0),
  unit_price_minor  BIGINT       NOT NULL,
  PRIMARY KEY (event_id, order_id, line_no),
  FOREIGN KEY (event_id, order_id) REFERENCES orders (event_id, id)
);

CREATE TABLE ticket (
  event_id        VARCHAR(36)  NOT NULL,
  id              VARCHAR(36)  NOT NULL,
  order_id        VARCHAR(36)  NOT NULL,
  line_no         INTEGER      NOT NULL,
  ticket_type_id  VARCHAR(36)  NOT NULL,
  account_id      VARCHAR(36)  NOT NULL,
  secret          VARCHAR(32)  NOT NULL,
  status          VARCHAR(10)  NOT NULL CHECK (status IN ('VALID', 'CHECKED_IN', 'REVOKED')),
  issued_at       BIGINT       NOT NULL,
  PRIMARY KEY (event_id, id),
  FOREIGN KEY (event_id, order_id) REFERENCES orders (event_id, id)
);
CREATE INDEX ticket_by_id ON ticket (id);
CREATE INDEX ticket_by_order ON ticket (event_id, order_id);
CREATE INDEX ticket_by_account ON ticket (event_id, account_id, id);

CREATE TABLE payment (
  event_id      VARCHAR(36)  NOT NULL,
  id            VARCHAR(36)  NOT NULL,
  order_id      VARCHAR(36)  NOT NULL,
  provider      VARCHAR(20)  NOT NULL,
  amount_minor  BIGINT       NOT NULL,
  currency      CHAR(3)      NOT NULL,
  status        VARCHAR(10)  NOT NULL CHECK (status IN ('CREATED', 'CONFIRMED', 'FAILED')),
  created_at    BIGINT       NOT NULL,
  PRIMARY KEY (event_id, id),
  FOREIGN KEY (event_id, order_id) REFERENCES orders (event_id, id)
);
CREATE INDEX payment_by_order ON payment (event_id, order_id);

CREATE TABLE refund (
  event_id      VARCHAR(36)  NOT NULL,
  id            VARCHAR(36)  NOT NULL,
  payment_id    VARCHAR(36)  NOT NULL,
  order_id      VARCHAR(36)  NOT NULL,
  amount_minor  BIGINT       NOT NULL CHECK (amount_minor > 0),
  status        VARCHAR(10)  NOT NULL CHECK (status IN ('REQUESTED', 'CONFIRMED', 'FAILED')),
  created_at    BIGINT       NOT NULL,
  PRIMARY KEY (event_id, id),
  FOREIGN KEY (event_id, payment_id) REFERENCES payment (event_id, id)
);
CREATE INDEX refund_by_payment ON refund (event_id, payment_id);

-- Seats of an account's PENDING and PAID orders: the limit per account, and where "my tickets" begins.
CREATE TABLE account_seats (
  event_id    VARCHAR(36) NOT NULL REFERENCES event (id),
  account_id  VARCHAR(36) NOT NULL,
  seats       INTEGER     NOT NULL CHECK (seats >= 0),
  PRIMARY KEY (event_id, account_id)
);
CREATE INDEX account_seats_by_account ON account_seats (account_id, event_id);

CREATE TABLE idempotency (
  event_id      VARCHAR(36)  NOT NULL,
  account_id    VARCHAR(36)  NOT NULL,
  request_key   VARCHAR(255) NOT NULL,
  payload_hash  VARCHAR(64)  NOT NULL,
  status        INTEGER      NOT NULL,
  location      VARCHAR(200),
  body          TEXT         NOT NULL,
  created_at    BIGINT       NOT NULL,
  PRIMARY KEY (event_id, account_id, request_key)
);
CREATE INDEX idempotency_by_age ON idempotency (created_at);

-- What the accounts feed of auth has told: state, ended sessions and the place reached.
CREATE TABLE account (
  id            VARCHAR(36)  NOT NULL PRIMARY KEY,
  email         VARCHAR(254),
  name          VARCHAR(200),
  locale        VARCHAR(5),
  role          VARCHAR(12)  NOT NULL,
  role_version  INTEGER      NOT NULL,
  disabled      BOOLEAN      NOT NULL,
  deleted_at    BIGINT
);

CREATE TABLE ended_session (
  id        VARCHAR(36) NOT NULL PRIMARY KEY,
  ended_at  BIGINT      NOT NULL
);

CREATE TABLE feed_cursor (
  id   INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  seq  BIGINT  NOT NULL
);
INSERT INTO feed_cursor (id, seq) VALUES (1, 0);
