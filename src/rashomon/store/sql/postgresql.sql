-- numbers of some ids
SELECT id, number, version, is_current FROM documents
WHERE id IN (SELECT json_array_elements_text(?::json))

-- states of articles
SELECT article, number, coalesce(obtained_at, added_at), version, is_current FROM documents
WHERE article IN (SELECT json_array_elements_text(?::json))

-- add claim words
INSERT INTO claim_words (number, words) VALUES (
    ?, setweight(to_tsvector('words', left(?, 120000)), 'A')
       || setweight(to_tsvector('words', left(?, 10000)), 'B')
       || setweight(to_tsvector('words', left(?, 10000)), 'C')
       || setweight(to_tsvector('words', left(?, 10000)), 'D')
)

-- add document words
INSERT INTO document_words (number, words) VALUES (
    ?, setweight(to_tsvector('words', left(?, 120000)), 'A')
       || setweight(to_tsvector('words', left(?, 10000)), 'C')
       || setweight(to_tsvector('words', left(?, 10000)), 'D')
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

-- claims of days
AND claims.number IN (
    SELECT claim FROM time_days JOIN times USING (number) WHERE days && int4range(?, ?, '[]')
)

-- claims of places
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

-- documents of days
AND documents.number IN (
    SELECT document FROM time_days JOIN times USING (number) WHERE days && int4range(?, ?, '[]')
)

-- documents of places
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

-- count days
SELECT count(*) FROM (
    SELECT 1 FROM time_days WHERE days && int4range(?, ?, '[]') LIMIT 20000
) AS found

-- count places
SELECT count(*) FROM (
    SELECT 1 FROM place_points, (VALUES (
        ?::float, ?::float, ?::float, ?::float, ?::float, ?::float
    )) AS circle (south, north, west, east, west_beyond, east_beyond)
    WHERE area && box(point(west, south), point(east, north))
        OR area && box(point(west_beyond, south), point(east_beyond, north))
    LIMIT 20000
) AS found

-- documents with claims
AND documents.number IN (
    SELECT claims.document FROM claim_words JOIN claims USING (number)
    WHERE words @@ to_tsquery('words', ?)
)

-- find claims by words
SELECT document, attribution, score FROM (
    SELECT number, claims.document, claims.attribution,
           ts_rank_cd('{0, 0, 0.5, 1}', words, query, 1) AS score
    FROM to_tsquery('words', ?) AS query, claim_words JOIN claims USING (number)
    WHERE words @@ query /* filters */
    ORDER BY number DESC LIMIT 30000
) AS found ORDER BY score DESC, number DESC LIMIT ? OFFSET ?

-- find claims by traits
SELECT claims.document, claims.attribution, 0.0
FROM claim_words JOIN claims USING (number)
WHERE words @@ to_tsquery('words', ?) /* filters */
ORDER BY number DESC LIMIT ? OFFSET ?

-- find documents by words
SELECT number, NULL, score FROM (
    SELECT number, ts_rank_cd('{0, 0, 0.5, 1}', document_words.words, query, 1) AS score
    FROM to_tsquery('words', ?) AS query, document_words JOIN documents USING (number)
    WHERE document_words.words @@ query /* filters */
    ORDER BY number DESC LIMIT 30000
) AS found ORDER BY score DESC, number DESC LIMIT ? OFFSET ?

-- find documents by traits
SELECT number, NULL, 0.0
FROM document_words JOIN documents USING (number)
WHERE document_words.words @@ to_tsquery('words', ?) /* filters */
ORDER BY number DESC LIMIT ? OFFSET ?

-- remove claim words
DELETE FROM claim_words WHERE number IN (SELECT number FROM claims WHERE document = ?)

-- other days
SELECT DISTINCT document FROM times JOIN time_days USING (number)
WHERE days <> int4range(first, last, '[]') ORDER BY document

-- other places
SELECT DISTINCT document FROM places JOIN place_points USING (number)
WHERE NOT area ~= box(point(lon, lat), point(lon, lat)) ORDER BY document
