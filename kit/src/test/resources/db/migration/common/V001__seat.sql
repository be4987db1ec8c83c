CREATE TABLE seat (id VARCHAR(36) PRIMARY KEY, taken_at BIGINT, capacity INTEGER CHECK (capacity > 0));
CREATE TABLE ticket (seat_id VARCHAR(36) NOT NULL REFERENCES seat (id));
