-- numbers of some ids
SELECT id, number, version, is_current FROM documents
WHERE id IN (SELECT json_array_elements_text(?::json))

-- states of articles
SELECT article, number, coalesce(obtained_at, added_at), version, is_current FROM documents
WHERE article IN (SELECT json_array_elements_text(?::json))

-- add claim words
INSERT INTO claim_words (number, words) VALUES (
    ?, setweight(to_tsvector('words', left(?, 150000)), 'A')
       || setweight(to_tsvector('words', left(?, 20000)), 'B')
)

-- remove claim words
DELETE FROM claim_words WHERE number = ?

-- add document words
INSERT INTO document_words (number, words) VALUES (
    ?, setweight(to_tsvector('words', left(?, 150000)), 'A')
       || setweight(to_tsvector('words', left(?, 20000)), 'B')
)

-- remove document words
DELETE FROM document_words WHERE number = ?

-- add time days
INSERT INTO time_days (number, days) VALUES (?, int4range(?, ?, '[]'))

-- add place point
INSERT INTO place_points (number, area)
SELECT number, box(point(west, south), point(east, north))
FROM (VALUES (?::bigint, ?::integer, ?::integer, ?::integer, ?::integer))
    AS given (number, south, north, west, east)

-- find claims by words
SELECT claims.document, claims.attribution, ts_rank_cd('{0, 0, 0.5, 1}', words, query, 1) AS score
FROM to_tsquery('words', ?) AS query, claim_words JOIN claims USING (number)
WHERE words @@ query /* filters */
ORDER BY score DESC, claims.number LIMIT ? OFFSET ?

-- find documents by words
SELECT documents.number, NULL, ts_rank_cd('{0, 0, 0.5, 1}', words, query, 1) AS score
FROM to_tsquery('words', ?) AS query, document_words JOIN documents USING (number)
WHERE words @@ query /* filters */
ORDER BY score DESC, documents.number LIMIT ? OFFSET ?

-- claims of publisher
AND claims.document IN (
    SELECT number FROM document_words WHERE words @@ to_tsquery('words', ?)
)

-- documents of publisher
AND documents.number IN (
    SELECT number FROM document_words WHERE words @@ to_tsquery('words', ?)
)

-- claims of days
AND claims.number IN (
    SELECT claim FROM time_days JOIN times USING (number) WHERE days && int4range(?, ?, '[]')
)

-- documents of days
AND documents.number IN (
    SELECT document FROM time_days JOIN times USING (number) WHERE days && int4range(?, ?, '[]')
)

-- claims near
AND claims.number IN (
    SELECT claim FROM place_points JOIN places USING (number), (VALUES (
        ?::float, ?::float, ?::float, ?::float, ?::float, ?::float
    )) AS circle (south, north, west, east, west_beyond, east_beyond)
    WHERE (
        area && box(point(west, south), point(east, north))
        OR area && box(point(west_beyond, south), point(east_beyond, north))
    )
    AND power(sin(radians((lat - ?) / 200000.0)), 2)
        + cos(radians(lat / 100000.0)) * ? * power(sin(radians((lon - ?) / 200000.0)), 2) <= ?
)

-- documents near
AND documents.number IN (
    SELECT document FROM place_points JOIN places USING (number), (VALUES (
        ?::float, ?::float, ?::float, ?::float, ?::float, ?::float
    )) AS circle (south, north, west, east, west_beyond, east_beyond)
    WHERE (
        area && box(point(west, south), point(east, north))
        OR area && box(point(west_beyond, south), point(east_beyond, north))
    )
    AND power(sin(radians((lat - ?) / 200000.0)), 2)
        + cos(radians(lat / 100000.0)) * ? * power(sin(radians((lon - ?) / 200000.0)), 2) <= ?
)

-- documents with claims by words
AND documents.number IN (
    SELECT claims.document FROM claim_words JOIN claims USING (number)
    WHERE words @@ to_tsquery('words', ?)
)

-- stems
SELECT word, (ts_lexize('stems', word))[1] FROM unnest(?::text[]) AS word

-- lock
SELECT pg_advisory_xact_lock(hashtext('rashomon'), hashtext(coalesce(current_schema(), '')))

-- schema of case
SELECT schema FROM rashomon_case

-- set schema of case
UPDATE rashomon_case SET schema = ?

-- lock timeout
SELECT set_config('lock_timeout', ?, true)

-- tables
SELECT tablename FROM pg_tables WHERE schemaname = current_schema()
