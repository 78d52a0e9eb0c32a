-- Schema 1: the first that was released.

-- What read documents: names and versions as JSON.
CREATE TABLE makers (number INTEGER PRIMARY KEY, versions TEXT NOT NULL UNIQUE) STRICT;

-- One row a document; numbers are in the order of adding.
CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    external_id TEXT, path TEXT, publisher TEXT, title TEXT, url TEXT, published TEXT, language TEXT,
    media_type TEXT NOT NULL, extractor TEXT NOT NULL, obtained_from TEXT, obtained_at TEXT,
    words INTEGER NOT NULL,
    article TEXT,
    version INTEGER NOT NULL, is_current INTEGER NOT NULL,
    added_at TEXT NOT NULL
) STRICT;
CREATE INDEX documents_article ON documents (article) WHERE article IS NOT NULL;

-- Bytes and text, packed; the hash is that of the text.
CREATE TABLE contents (
    document INTEGER PRIMARY KEY REFERENCES documents (number),
    raw BLOB NOT NULL, text BLOB NOT NULL, hash BLOB NOT NULL
) STRICT;

-- The last reading of each document, packed, and its hash.
CREATE TABLE readings (
    document INTEGER PRIMARY KEY REFERENCES documents (number),
    reading BLOB NOT NULL, hash BLOB NOT NULL,
    maker INTEGER NOT NULL REFERENCES makers (number)
) STRICT;
CREATE INDEX readings_maker ON readings (maker);

CREATE TABLE sketches (
    document INTEGER NOT NULL REFERENCES documents (number),
    linker TEXT NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY (document, linker)
) STRICT;

-- What search looks at: of documents that are the current version of their article. Traits are
-- words for the stance, the side, and the names of places.
CREATE TABLE claims (
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number),
    attribution TEXT NOT NULL
) STRICT;
CREATE INDEX claims_document ON claims (document);
CREATE VIRTUAL TABLE claim_words USING fts5 (
    content, speaker, publisher, traits,
    content = '', contentless_delete = 1, tokenize = 'porter ascii'
);
CREATE VIRTUAL TABLE document_words USING fts5 (
    content, publisher, traits,
    content = '', contentless_delete = 1, tokenize = 'porter ascii'
);

-- Days (1 is 1 January of year 1) of which a document, or a claim in it, speaks.
CREATE TABLE times (
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number),
    claim INTEGER, first INTEGER NOT NULL, last INTEGER NOT NULL
) STRICT;
CREATE INDEX times_document ON times (document);
CREATE INDEX times_claim ON times (claim) WHERE claim IS NOT NULL;
CREATE VIRTUAL TABLE time_days USING rtree_i32 (number, first, last);

-- Places of which a document, or a claim in it, speaks; degrees are 100,000 to one.
CREATE TABLE places (
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number),
    claim INTEGER, lat INTEGER NOT NULL, lon INTEGER NOT NULL
) STRICT;
CREATE INDEX places_document ON places (document);
CREATE INDEX places_claim ON places (claim) WHERE claim IS NOT NULL;
CREATE VIRTUAL TABLE place_points USING rtree_i32 (number, south, north, west, east);

-- What linking came to; the data are JSON.
CREATE TABLE origins (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, data BLOB NOT NULL) STRICT;
CREATE TABLE document_origins (
    document INTEGER PRIMARY KEY REFERENCES documents (number), origin TEXT NOT NULL
) STRICT;
CREATE TABLE derivations (
    position INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number), data BLOB NOT NULL
) STRICT;
CREATE TABLE incidents (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, data BLOB NOT NULL) STRICT;
CREATE TABLE incident_documents (
    incident TEXT NOT NULL, document INTEGER NOT NULL REFERENCES documents (number),
    PRIMARY KEY (incident, document)
) WITHOUT ROWID, STRICT;
CREATE INDEX incident_documents_document ON incident_documents (document);
CREATE TABLE pairs (
    linker TEXT NOT NULL,
    one INTEGER NOT NULL REFERENCES documents (number),
    other INTEGER NOT NULL REFERENCES documents (number),
    data BLOB NOT NULL, PRIMARY KEY (linker, one, other)
) WITHOUT ROWID, STRICT;

-- What made the last linking, as JSON; no row where something changed since.
CREATE TABLE linked (number INTEGER PRIMARY KEY CHECK (number = 1), versions TEXT NOT NULL) STRICT;

CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,
    document INTEGER REFERENCES documents (number),
    decision BLOB NOT NULL, decided_at TEXT NOT NULL, undone_by TEXT, undone_at TEXT
) STRICT;
CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions
BEGIN SELECT raise(ABORT, 'decisions stay on record'); END;
CREATE TRIGGER decisions_are_not_replaced BEFORE INSERT ON decisions
WHEN NEW.number <= (SELECT max(number) FROM decisions)
BEGIN SELECT raise(ABORT, 'decisions stay as they were made'); END;
CREATE TRIGGER decisions_stay_as_made
BEFORE UPDATE OF number, document, decision, decided_at ON decisions
BEGIN SELECT raise(ABORT, 'decisions stay as they were made'); END;

CREATE TABLE log (
    number INTEGER PRIMARY KEY, at TEXT NOT NULL, action TEXT NOT NULL, subject TEXT,
    details TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log
BEGIN SELECT raise(ABORT, 'the log is only added to'); END;
CREATE TRIGGER log_is_not_replaced BEFORE INSERT ON log
WHEN NEW.number <= (SELECT max(number) FROM log)
BEGIN SELECT raise(ABORT, 'the log is only added to'); END;
CREATE TRIGGER log_is_not_cut BEFORE DELETE ON log
BEGIN SELECT raise(ABORT, 'the log is only added to'); END;
