-- Schema 2: decisions on what was read.

CREATE INDEX decisions_document ON decisions (document) WHERE document IS NOT NULL;

-- Readings with the decisions upon them, packed, of documents that have decisions in force on items
-- of the reading; their hash; what laid the decisions upon them; and the hash of what they were
-- made of: of the machine reading and the decisions.
CREATE TABLE corrected (
    document BIGINT PRIMARY KEY REFERENCES documents (number),
    reading BYTEA NOT NULL, hash BYTEA NOT NULL, made_by TEXT NOT NULL, made_of BYTEA NOT NULL
);

-- Documents whose reading is to be made anew: it or the decisions on it have changed since.
CREATE TABLE outdated (document BIGINT PRIMARY KEY REFERENCES documents (number));

-- How often that has changed which linking rests on: what was linked meanwhile is out of date.
CREATE TABLE unlinked (times INTEGER NOT NULL);
INSERT INTO unlinked (times) VALUES (0);
