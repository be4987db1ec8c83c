-- Whether a machine made the password and showed it to somebody: the pages then ask for another one.
ALTER TABLE account ADD COLUMN password_temporary BOOLEAN NOT NULL DEFAULT FALSE;
