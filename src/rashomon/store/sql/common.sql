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

-- sketches of
SELECT linker, data FROM sketches WHERE document = ? ORDER BY linker

-- unsketched
SELECT id FROM documents WHERE is_current = 1 AND NOT EXISTS (
    SELECT 1 FROM sketches WHERE document = documents.number AND linker = ?
) ORDER BY id

-- remove sketches
DELETE FROM sketches WHERE document = ?

-- add claim
INSERT INTO claims (number, document, attribution) VALUES (?, ?, ?)

-- remove claims
DELETE FROM claims WHERE document = ?

-- remove times
DELETE FROM times WHERE document = ?

-- remove places
DELETE FROM places WHERE document = ?

-- documents page
SELECT number, id, external_id, path, publisher, title, url, published, language, words,
       document_origins.origin, version,
       CASE WHEN article IS NULL THEN 1
            ELSE (SELECT count(*) FROM documents AS states WHERE states.article = known.article)
       END,
       is_current, added_at, obtained_at
FROM known LEFT JOIN document_origins ON document_origins.document = number
WHERE number > ? ORDER BY number LIMIT ?

-- document row
SELECT number, id, external_id, path, publisher, title, url, published, language, words,
       document_origins.origin, version,
       CASE WHEN article IS NULL THEN 1
            ELSE (SELECT count(*) FROM documents AS states WHERE states.article = known.article)
       END,
       is_current, added_at, obtained_at
FROM known LEFT JOIN document_origins ON document_origins.document = number
WHERE number = ?

-- ids from
SELECT id, number FROM documents WHERE id >= ? AND id < ? ORDER BY id LIMIT 2

-- document as stored
SELECT id, external_id, path, publisher, title, url, published, language,
       media_type, extractor, obtained_from, obtained_at, contents.hash
FROM documents JOIN contents ON contents.document = documents.number WHERE number = ?

-- whole document
SELECT number, id, external_id, path, publisher, title, url, published, language,
       media_type, extractor, obtained_from, obtained_at, raw, text
FROM known JOIN contents ON contents.document = number
WHERE number = ?

-- whole page
SELECT number, id, external_id, path, publisher, title, url, published, language,
       media_type, extractor, obtained_from, obtained_at, raw, text,
       coalesce(corrected.reading, machine_readings.reading)
FROM known JOIN contents ON contents.document = number
JOIN machine_readings ON machine_readings.document = number
LEFT JOIN corrected ON corrected.document = number
WHERE number > ? ORDER BY number LIMIT ?

-- reading
SELECT coalesce(corrected.reading, machine_readings.reading)
FROM machine_readings LEFT JOIN corrected ON corrected.document = machine_readings.document
WHERE machine_readings.document = ?

-- reading hashes page
SELECT documents.number, documents.id, coalesce(corrected.hash, machine_readings.hash),
       described.document, described.publisher, described.published, described.title, described.url
FROM documents JOIN machine_readings ON machine_readings.document = documents.number
LEFT JOIN corrected ON corrected.document = documents.number
LEFT JOIN described ON described.document = documents.number
WHERE documents.number > ? ORDER BY documents.number LIMIT ?

-- machine reading
SELECT reading, hash FROM machine_readings WHERE document = ?

-- added reading
SELECT reading FROM readings WHERE document = ?

-- reading hash
SELECT hash FROM machine_readings WHERE document = ?

-- added document
SELECT number, id, external_id, path, publisher, title, url, published, language,
       media_type, extractor, obtained_from, obtained_at, raw, text
FROM documents JOIN contents ON contents.document = documents.number
WHERE number = ?

-- added facts
SELECT publisher, published, title, url FROM documents WHERE number = ?

-- add described
INSERT INTO described (document, publisher, published, title, url, reading, hash, maker, is_read)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)

-- remove described
DELETE FROM described WHERE document = ?

-- forget described readings
UPDATE described SET reading = NULL, hash = NULL, maker = NULL, is_read = 0 WHERE document = ?

-- described numbers
SELECT document FROM described ORDER BY document

-- described
SELECT publisher, published, title, url, reading, hash, maker, is_read FROM described
WHERE document = ?

-- described checked
SELECT publisher, published, title, url, reading, hash, versions, is_read
FROM described LEFT JOIN makers ON makers.number = maker WHERE document = ?

-- unread
SELECT id FROM documents JOIN described ON document = number WHERE is_read = 0 ORDER BY number

-- add corrected
INSERT INTO corrected (document, reading, hash, made_by, made_of) VALUES (?, ?, ?, ?, ?)

-- remove corrected
DELETE FROM corrected WHERE document = ?

-- mark outdated
INSERT INTO outdated (document) VALUES (?) ON CONFLICT (document) DO NOTHING

-- unmark outdated
DELETE FROM outdated WHERE document = ?

-- outdated
SELECT id FROM documents WHERE number IN (SELECT document FROM outdated)
OR number IN (SELECT document FROM corrected WHERE made_by <> ?) ORDER BY number

-- mark later outdated
INSERT INTO outdated (document)
SELECT later.number FROM documents AS own
JOIN documents AS later ON later.article = own.article AND later.version > own.version
WHERE own.number = ? ON CONFLICT (document) DO NOTHING

-- decided documents
SELECT document FROM decisions WHERE document IS NOT NULL
UNION
SELECT later.number FROM decisions JOIN documents AS own ON own.number = decisions.document
JOIN documents AS later ON later.article = own.article AND later.version > own.version

-- decided versions before
SELECT DISTINCT before.version, before.number FROM documents AS own
JOIN documents AS before ON before.article = own.article AND before.version < own.version
JOIN decisions ON decisions.document = before.number
WHERE own.number = ? ORDER BY before.version

-- states of article
SELECT number, id FROM documents
WHERE article = (SELECT article FROM documents WHERE number = ?) ORDER BY version

-- read by others
SELECT id FROM documents JOIN readings ON readings.document = documents.number
LEFT JOIN described ON described.document = documents.number
WHERE readings.maker <> ? OR described.maker <> ? ORDER BY documents.number

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

-- count unlinking
UPDATE unlinked SET times = times + 1

-- times unlinked
SELECT times FROM unlinked

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

-- linkers of pairs
SELECT DISTINCT linker FROM pairs ORDER BY linker

-- remove pairs of linker
DELETE FROM pairs WHERE linker = ?

-- last decision
SELECT coalesce(max(number), 0) FROM decisions

-- add decision
INSERT INTO decisions (number, document, decision, decided_at) VALUES (?, ?, ?, ?)

-- decision
SELECT undone_by, decision, document FROM decisions WHERE number = ?

-- undo decision
UPDATE decisions SET undone_by = ?, undone_at = ? WHERE number = ?

-- decisions page
SELECT number, decision, decided_at, undone_by FROM decisions WHERE number > ?
ORDER BY number LIMIT ?

-- decisions on
SELECT number, decision, decided_at, undone_by FROM decisions WHERE document = ? ORDER BY number

-- ids
SELECT number, id FROM documents

-- indexed claims
SELECT document, number, attribution FROM claims WHERE document BETWEEN ? AND ? ORDER BY number

-- indexed days
SELECT document, claim, first, last FROM times WHERE document BETWEEN ? AND ?

-- indexed places
SELECT document, claim, lat, lon FROM places WHERE document BETWEEN ? AND ?

-- index sizes
SELECT (SELECT count(*) FROM claims), (SELECT count(*) FROM claim_words),
       (SELECT count(*) FROM documents WHERE is_current = 1), (SELECT count(*) FROM document_words),
       (SELECT count(*) FROM times), (SELECT count(*) FROM time_days),
       (SELECT count(*) FROM places), (SELECT count(*) FROM place_points)

-- all states
SELECT article, coalesce(obtained_at, added_at), number, version, is_current FROM documents
WHERE article IS NOT NULL

-- single states out of order
SELECT id FROM documents WHERE article IS NULL AND (version <> 1 OR is_current <> 1) ORDER BY id

-- checked documents
SELECT documents.number, id, external_id, path, publisher, title, url, published, language,
       media_type, extractor, obtained_from, obtained_at, raw, text, contents.hash,
       readings.reading, readings.hash, makers.versions, version, is_current, article,
       words
FROM documents JOIN contents ON contents.document = documents.number
JOIN readings ON readings.document = documents.number
JOIN makers ON makers.number = readings.maker
WHERE documents.number BETWEEN ? AND ?

-- is outdated
SELECT count(*) FROM outdated WHERE document = ?

-- corrected made
SELECT made_by, made_of FROM corrected WHERE document = ?

-- corrected numbers
SELECT document FROM corrected ORDER BY document

-- corrected
SELECT reading, hash, made_of FROM corrected WHERE document = ?

-- outdated numbers
SELECT document FROM outdated

-- all sketches
SELECT id, linker, data FROM sketches JOIN documents ON documents.number = document
ORDER BY id, linker

-- all pairs
SELECT linker, first.id, second.id, data FROM pairs
JOIN documents AS first ON first.number = pairs.one
JOIN documents AS second ON second.number = pairs.other
ORDER BY linker, first.id, second.id

-- add time
INSERT INTO times (number, document, claim, first, last) VALUES (?, ?, ?, ?, ?)

-- add place
INSERT INTO places (number, document, claim, lat, lon) VALUES (?, ?, ?, ?, ?)

-- find claims
SELECT claims.document, claims.attribution, 0.0 FROM claims
WHERE true /* filters */
ORDER BY claims.number DESC LIMIT ? OFFSET ?

-- find documents
SELECT documents.number, NULL, 0.0 FROM documents
WHERE is_current = 1 /* filters */
ORDER BY documents.number DESC LIMIT ? OFFSET ?

-- claims of incident
AND claims.document IN (SELECT document FROM incident_documents WHERE incident = ?)

-- claims of many days
AND EXISTS (
    SELECT 1 FROM times WHERE times.claim = claims.number AND last >= ? AND first <= ?
)

-- claims of many places
AND EXISTS (
    SELECT 1 FROM places WHERE places.claim = claims.number
    AND power(sin(radians((lat - ?) / 200000.0)), 2)
        + cos(radians(lat / 100000.0)) * ? * power(sin(radians((lon - ?) / 200000.0)), 2) <= ?
)

-- documents of incident
AND documents.number IN (SELECT document FROM incident_documents WHERE incident = ?)

-- documents of many days
AND EXISTS (
    SELECT 1 FROM times WHERE times.document = documents.number AND last >= ? AND first <= ?
)

-- documents of many places
AND EXISTS (
    SELECT 1 FROM places WHERE places.document = documents.number
    AND power(sin(radians((lat - ?) / 200000.0)), 2)
        + cos(radians(lat / 100000.0)) * ? * power(sin(radians((lon - ?) / 200000.0)), 2) <= ?
)

-- remove time days
DELETE FROM time_days WHERE number IN (SELECT number FROM times WHERE document = ?)

-- remove place points
DELETE FROM place_points WHERE number IN (SELECT number FROM places WHERE document = ?)
