-- log head
SELECT number, hash FROM log ORDER BY number DESC LIMIT 1

-- add log entry
INSERT INTO log (number, at, action, subject, details, hash) VALUES (?, ?, ?, ?, ?, ?)

-- log page
SELECT number, at, action, subject, details, hash FROM log WHERE number > ? ORDER BY number LIMIT ?

-- last numbers
SELECT coalesce((SELECT max(number) FROM documents), 0),
       coalesce((SELECT max(number) FROM claims), 0),
       coalesce((SELECT max(number) FROM times), 0),
       coalesce((SELECT max(number) FROM places), 0)

-- add maker
INSERT INTO makers (number, versions)
SELECT coalesce(max(number), 0) + 1, ? FROM makers WHERE true
ON CONFLICT (versions) DO NOTHING

-- maker
SELECT number FROM makers WHERE versions = ?

-- add document
INSERT INTO documents (
    number, id, external_id, path, publisher, title, url, published, language,
    media_type, extractor, obtained_from, obtained_at,
    words, article, version, is_current, added_at
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- set version
UPDATE documents SET version = ?, is_current = ? WHERE number = ?

-- add contents
INSERT INTO contents (document, raw, text, hash) VALUES (?, ?, ?, ?)

-- add reading
INSERT INTO readings (document, reading, hash, maker) VALUES (?, ?, ?, ?)

-- set reading
UPDATE readings SET reading = ?, hash = ?, maker = ? WHERE document = ?

-- add sketch
INSERT INTO sketches (document, linker, data) VALUES (?, ?, ?)

-- remove sketches
DELETE FROM sketches WHERE document = ?

-- add claim
INSERT INTO claims (number, document, attribution, side, stance) VALUES (?, ?, ?, ?, ?)

-- claims of document
SELECT number FROM claims WHERE document = ?

-- remove claims
DELETE FROM claims WHERE document = ?

-- times of document
SELECT number FROM times WHERE document = ?

-- remove times
DELETE FROM times WHERE document = ?

-- places of document
SELECT number FROM places WHERE document = ?

-- remove places
DELETE FROM places WHERE document = ?

-- documents page
SELECT documents.number, id, external_id, path, publisher, title, url, published, language, words,
       document_origins.origin, version,
       coalesce((SELECT count(*) FROM documents AS states
                 WHERE states.article = documents.article), 1),
       is_current, added_at, obtained_at
FROM documents LEFT JOIN document_origins ON document_origins.document = documents.number
WHERE documents.number > ? ORDER BY documents.number LIMIT ?

-- document row
SELECT documents.number, id, external_id, path, publisher, title, url, published, language, words,
       document_origins.origin, version,
       coalesce((SELECT count(*) FROM documents AS states
                 WHERE states.article = documents.article), 1),
       is_current, added_at, obtained_at
FROM documents LEFT JOIN document_origins ON document_origins.document = documents.number
WHERE documents.number = ?

-- ids from
SELECT id, number FROM documents WHERE id >= ? AND id < ? ORDER BY id LIMIT 2

-- whole documents
SELECT number, id, external_id, path, publisher, title, url, published, language,
       media_type, extractor, obtained_from, obtained_at, raw, text
FROM documents JOIN contents ON contents.document = documents.number
WHERE number > ? AND number <= ? ORDER BY number

-- whole page
SELECT number, id, external_id, path, publisher, title, url, published, language,
       media_type, extractor, obtained_from, obtained_at, raw, text, reading
FROM documents JOIN contents ON contents.document = documents.number
JOIN readings ON readings.document = documents.number
WHERE number > ? ORDER BY number LIMIT ?

-- reading
SELECT reading FROM readings WHERE document = ?

-- states of article
SELECT number, id FROM documents
WHERE article = (SELECT article FROM documents WHERE number = ?) ORDER BY version

-- read by others
SELECT id FROM documents JOIN readings ON document = documents.number
WHERE maker <> ? ORDER BY documents.number

-- sketches page
SELECT id, data FROM documents JOIN sketches ON document = documents.number
WHERE linker = ? AND is_current = 1 AND id > ? ORDER BY id LIMIT ?

-- pairs
SELECT first.id, second.id, data FROM pairs
JOIN documents AS first ON first.number = pairs.one
JOIN documents AS second ON second.number = pairs.other
WHERE linker = ? ORDER BY first.id, second.id

-- linked by
SELECT versions FROM linked

-- unlink
DELETE FROM linked

-- set linked
INSERT INTO linked (number, versions) VALUES (1, ?)

-- numbers of ids
SELECT id, number FROM documents

-- origins
SELECT position, id, data FROM origins ORDER BY position

-- put origin
INSERT INTO origins (position, id, data) VALUES (?, ?, ?)

-- remove origin
DELETE FROM origins WHERE position = ?

-- derivations
SELECT position, document, data FROM derivations ORDER BY position

-- put derivation
INSERT INTO derivations (position, document, data) VALUES (?, ?, ?)

-- remove derivation
DELETE FROM derivations WHERE position = ?

-- incidents
SELECT position, id, data FROM incidents ORDER BY position

-- put incident
INSERT INTO incidents (position, id, data) VALUES (?, ?, ?)

-- remove incident
DELETE FROM incidents WHERE position = ?

-- document origins
SELECT document, origin FROM document_origins ORDER BY document

-- put document origin
INSERT INTO document_origins (document, origin) VALUES (?, ?)

-- remove document origin
DELETE FROM document_origins WHERE document = ?

-- incident documents
SELECT incident, document FROM incident_documents ORDER BY incident, document

-- put incident document
INSERT INTO incident_documents (incident, document) VALUES (?, ?)

-- remove incident document
DELETE FROM incident_documents WHERE incident = ? AND document = ?

-- put pair
INSERT INTO pairs (linker, one, other, data) VALUES (?, ?, ?, ?)
ON CONFLICT (linker, one, other) DO UPDATE SET data = excluded.data

-- remove pair
DELETE FROM pairs WHERE linker = ? AND one = ? AND other = ?

-- last decision
SELECT coalesce(max(number), 0) FROM decisions

-- add decision
INSERT INTO decisions (number, document, decision, decided_at) VALUES (?, ?, ?, ?)

-- decision
SELECT undone_by FROM decisions WHERE number = ?

-- undo decision
UPDATE decisions SET undone_by = ?, undone_at = ? WHERE number = ?

-- decisions page
SELECT number, decision, decided_at, undone_by FROM decisions WHERE number > ?
ORDER BY number LIMIT ?

-- checked document
SELECT documents.number, id, external_id, path, publisher, title, url, published, language,
       media_type, extractor, obtained_from, obtained_at, raw, text, contents.hash,
       reading, readings.hash, makers.versions, version, is_current, article
FROM documents JOIN contents ON contents.document = documents.number
JOIN readings ON readings.document = documents.number
JOIN makers ON makers.number = readings.maker
WHERE documents.number = ?

-- all sketches
SELECT id, linker, data FROM sketches JOIN documents ON documents.number = document
ORDER BY id, linker

-- all pairs
SELECT linker, first.id, second.id, data FROM pairs
JOIN documents AS first ON first.number = pairs.one
JOIN documents AS second ON second.number = pairs.other
ORDER BY linker, first.id, second.id

-- add time
INSERT INTO times (number, document, claim) VALUES (?, ?, ?)

-- remove time days
DELETE FROM time_days WHERE number = ?

-- add place
INSERT INTO places (number, document, claim, name, wording, lat, lon) VALUES (?, ?, ?, ?, ?, ?, ?)

-- remove place point
DELETE FROM place_points WHERE number = ?

-- find claims
SELECT claims.document, claims.attribution, 0.0 FROM claims
WHERE 1 = 1 /* filters */
ORDER BY claims.number LIMIT ? OFFSET ?

-- find documents
SELECT documents.number, NULL, 0.0 FROM documents
WHERE is_current = 1 /* filters */
ORDER BY documents.number LIMIT ? OFFSET ?

-- claims of side
AND claims.side = ?

-- claims of stance
AND claims.stance = ?

-- claims of place
AND claims.number IN (SELECT claim FROM places WHERE name = ? OR wording = ?)

-- claims of incident
AND claims.document IN (SELECT document FROM incident_documents WHERE incident = ?)

-- documents with claims of side and stance
AND EXISTS (
    SELECT 1 FROM claims WHERE claims.document = documents.number
    AND (CAST(? AS TEXT) IS NULL OR side = ?) AND (CAST(? AS TEXT) IS NULL OR stance = ?)
)

-- documents of place
AND documents.number IN (SELECT document FROM places WHERE name = ? OR wording = ?)

-- documents of incident
AND documents.number IN (SELECT document FROM incident_documents WHERE incident = ?)
