-- Who runs this ticket office: one row, and the texts that the law asks for.
CREATE TABLE house (
  id               INTEGER      NOT NULL PRIMARY KEY CHECK (id = 1),
  name             VARCHAR(80)  NOT NULL,
  accent           CHAR(7),
  contact_email    VARCHAR(254) NOT NULL,
  contact_phone    VARCHAR(40)  NOT NULL,
  contact_address  VARCHAR(400) NOT NULL
);
INSERT INTO house (id, name, accent, contact_email, contact_phone, contact_address)
VALUES (1, '', NULL, '', '', '');

CREATE TABLE house_text (
  name     VARCHAR(10) NOT NULL PRIMARY KEY CHECK (name IN ('legal', 'terms', 'privacy')),
  french   TEXT        NOT NULL,
  english  TEXT        NOT NULL
);
