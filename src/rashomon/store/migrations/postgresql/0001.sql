-- Schema 1: the first that was released.

-- The number of this schema.
CREATE TABLE rashomon_case (schema INTEGER NOT NULL);
INSERT INTO rashomon_case (schema) VALUES (0);

-- What read documents: names and versions as JSON.
CREATE TABLE makers (number BIGINT PRIMARY KEY, versions TEXT NOT NULL UNIQUE);

-- One row a document; numbers are in the order of adding.
CREATE TABLE documents (
    number BIGINT PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    external_id TEXT, path TEXT, publisher TEXT, title TEXT, url TEXT, published TEXT, language TEXT,
    media_type TEXT NOT NULL, extractor TEXT NOT NULL, obtained_from TEXT, obtained_at TEXT,
    words INTEGER NOT NULL,
    article TEXT,
    version INTEGER NOT NULL, is_current INTEGER NOT NULL,
    added_at TEXT NOT NULL
);
CREATE INDEX documents_article ON documents (article) WHERE article IS NOT NULL;

-- Bytes and text, packed; the hash is that of the text.
CREATE TABLE contents (
    document BIGINT PRIMARY KEY REFERENCES documents (number),
    raw BYTEA NOT NULL, text BYTEA NOT NULL, hash BYTEA NOT NULL
);

-- The last reading of each document, packed, and its hash.
CREATE TABLE readings (
    document BIGINT PRIMARY KEY REFERENCES documents (number),
    reading BYTEA NOT NULL, hash BYTEA NOT NULL,
    maker BIGINT NOT NULL REFERENCES makers (number)
);
CREATE INDEX readings_maker ON readings (maker);

CREATE TABLE sketches (
    document BIGINT NOT NULL REFERENCES documents (number),
    linker TEXT NOT NULL, data BYTEA NOT NULL,
    PRIMARY KEY (document, linker)
);

-- What search looks at: of documents that are the current version of their article. Traits are
-- words for the stance, the side, and the names of places.
CREATE TABLE claims (
    number BIGINT PRIMARY KEY,
    document BIGINT NOT NULL REFERENCES documents (number),
    attribution TEXT NOT NULL
);
CREATE INDEX claims_document ON claims (document);
-- Words are known by their stems, of whatever language, and none is left out.
CREATE TEXT SEARCH DICTIONARY stems (TEMPLATE = pg_catalog.snowball, LANGUAGE = 'english');
CREATE TEXT SEARCH CONFIGURATION words (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION words ADD MAPPING FOR
    asciiword, word, numword, email, url, host, sfloat, version, hword_numpart, hword_part,
    hword_asciipart, numhword, asciihword, hword, url_path, file, float, int, uint
WITH stems;
-- Weights: A content, B speaker, C publisher, D traits.
CREATE TABLE claim_words (number BIGINT PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX claim_words_words ON claim_words USING gin (words);
CREATE TABLE document_words (number BIGINT PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX document_words_words ON document_words USING gin (words);

-- Days (1 is 1 January of year 1) of which a document, or a claim in it, speaks.
CREATE TABLE times (
    number BIGINT PRIMARY KEY,
    document BIGINT NOT NULL REFERENCES documents (number),
    claim BIGINT, first INTEGER NOT NULL, last INTEGER NOT NULL
);
CREATE INDEX times_document ON times (document);
CREATE INDEX times_claim ON times (claim) WHERE claim IS NOT NULL;
CREATE TABLE time_days (number BIGINT PRIMARY KEY, days int4range NOT NULL);
CREATE INDEX time_days_days ON time_days USING gist (days);

-- Places of which a document, or a claim in it, speaks; degrees are 100,000 to one.
CREATE TABLE places (
    number BIGINT PRIMARY KEY,
    document BIGINT NOT NULL REFERENCES documents (number),
    claim BIGINT, lat INTEGER NOT NULL, lon INTEGER NOT NULL
);
CREATE INDEX places_document ON places (document);
CREATE INDEX places_claim ON places (claim) WHERE claim IS NOT NULL;
CREATE TABLE place_points (number BIGINT PRIMARY KEY, area box NOT NULL);
CREATE INDEX place_points_area ON place_points USING gist (area);

-- What linking came to; the data are JSON.
CREATE TABLE origins (position BIGINT PRIMARY KEY, id TEXT NOT NULL UNIQUE, data BYTEA NOT NULL);
CREATE TABLE document_origins (
    document BIGINT PRIMARY KEY REFERENCES documents (number), origin TEXT NOT NULL
);
CREATE TABLE derivations (
    position BIGINT PRIMARY KEY,
    document BIGINT NOT NULL REFERENCES documents (number), data BYTEA NOT NULL
);
CREATE TABLE incidents (position BIGINT PRIMARY KEY, id TEXT NOT NULL UNIQUE, data BYTEA NOT NULL);
CREATE TABLE incident_documents (
    incident TEXT NOT NULL, document BIGINT NOT NULL REFERENCES documents (number),
    PRIMARY KEY (incident, document)
);
CREATE INDEX incident_documents_document ON incident_documents (document);
CREATE TABLE pairs (
    linker TEXT NOT NULL,
    one BIGINT NOT NULL REFERENCES documents (number),
    other BIGINT NOT NULL REFERENCES documents (number),
    data BYTEA NOT NULL, PRIMARY KEY (linker, one, other)
);

-- What made the last linking, as JSON; no row where something changed since.
CREATE TABLE linked (number INTEGER PRIMARY KEY CHECK (number = 1), versions TEXT NOT NULL);

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END $$;

CREATE TABLE decisions (
    number BIGINT PRIMARY KEY,
    document BIGINT REFERENCES documents (number),
    decision BYTEA NOT NULL, decided_at TEXT NOT NULL, undone_by TEXT, undone_at TEXT
);
CREATE TRIGGER decisions_stay BEFORE DELETE OR TRUNCATE ON decisions
FOR EACH STATEMENT EXECUTE FUNCTION refuse('decisions stay on record');
CREATE TRIGGER decisions_stay_as_made
BEFORE UPDATE OF number, document, decision, decided_at ON decisions
FOR EACH STATEMENT EXECUTE FUNCTION refuse('decisions stay as they were made');

CREATE TABLE log (
    number BIGINT PRIMARY KEY, at TEXT NOT NULL, action TEXT NOT NULL, subject TEXT,
    details TEXT NOT NULL, hash TEXT NOT NULL
);
CREATE TRIGGER log_is_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON log
FOR EACH STATEMENT EXECUTE FUNCTION refuse('the log is only added to');
