-- Schema 3: what people say of documents.

-- What is known of documents by decisions in force, in the place of what they were added with; what
-- the machine read in them last with something that is known so, packed, with its hash; and whether
-- it did so with what is known now.
CREATE TABLE described (
    document INTEGER PRIMARY KEY REFERENCES documents (number),
    publisher TEXT, published TEXT, title TEXT, url TEXT,
    reading BLOB, hash BLOB, maker INTEGER REFERENCES makers (number),
    is_read INTEGER NOT NULL
) STRICT;

-- Documents with what is known of them now.
CREATE VIEW known AS
SELECT number, id, external_id, path,
       CASE WHEN document IS NULL THEN documents.publisher ELSE described.publisher END AS publisher,
       CASE WHEN document IS NULL THEN documents.title ELSE described.title END AS title,
       CASE WHEN document IS NULL THEN documents.url ELSE described.url END AS url,
       CASE WHEN document IS NULL THEN documents.published ELSE described.published END AS published,
       language, media_type, extractor, obtained_from, obtained_at,
       words, article, version, is_current, added_at
FROM documents LEFT JOIN described ON document = number;

-- What the machine read last in documents, with what is known of them where it did so.
CREATE VIEW machine_readings AS
SELECT readings.document AS document,
       coalesce(described.reading, readings.reading) AS reading,
       coalesce(described.hash, readings.hash) AS hash
FROM readings LEFT JOIN described ON described.document = readings.document;
