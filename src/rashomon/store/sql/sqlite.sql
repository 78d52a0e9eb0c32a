-- numbers of some ids
SELECT id, number, version, is_current FROM documents
WHERE id IN (SELECT value FROM json_each(?))

-- states of articles
SELECT article, number, coalesce(obtained_at, added_at), version, is_current FROM documents
WHERE article IN (SELECT value FROM json_each(?))

-- add claim words
INSERT INTO claim_words (rowid, content, speaker, publisher, traits) VALUES (?, ?, ?, ?, ?)

-- add document words
INSERT INTO document_words (rowid, content, publisher, traits) VALUES (?, ?, ?, ?)

-- remove document words
DELETE FROM document_words WHERE rowid = ?

-- add time days
INSERT INTO time_days (number, first, last) VALUES (?, ?, ?)

-- add place point
INSERT INTO place_points (number, south, north, west, east) VALUES (?, ?, ?, ?, ?)

-- claims of days
AND claims.number IN (
    SELECT claim FROM time_days JOIN times USING (number)
    WHERE time_days.last >= ? AND time_days.first <= ?
)

-- claims of places
AND claims.number IN (
    SELECT claim FROM place_points JOIN places USING (number)
    WHERE south >= ? AND north <= ? AND ((west >= ? AND east <= ?) OR (west >= ? AND east <= ?))
    AND power(sin(radians((lat - ?) / 200000.0)), 2)
        + cos(radians(lat / 100000.0)) * ? * power(sin(radians((lon - ?) / 200000.0)), 2) <= ?
)

-- documents of days
AND documents.number IN (
    SELECT document FROM time_days JOIN times USING (number)
    WHERE time_days.last >= ? AND time_days.first <= ?
)

-- documents of places
AND documents.number IN (
    SELECT document FROM place_points JOIN places USING (number)
    WHERE south >= ? AND north <= ? AND ((west >= ? AND east <= ?) OR (west >= ? AND east <= ?))
    AND power(sin(radians((lat - ?) / 200000.0)), 2)
        + cos(radians(lat / 100000.0)) * ? * power(sin(radians((lon - ?) / 200000.0)), 2) <= ?
)

-- count days
SELECT count(*) FROM (
    SELECT 1 FROM time_days WHERE last >= ? AND first <= ? LIMIT 20000
)

-- count places
SELECT count(*) FROM (
    SELECT 1 FROM place_points
    WHERE south >= ? AND north <= ? AND ((west >= ? AND east <= ?) OR (west >= ? AND east <= ?))
    LIMIT 20000
)

-- find claims by words
SELECT document, attribution, score FROM (
    SELECT claims.number, claims.document, claims.attribution,
           -bm25(claim_words, 1.0, 0.5, 0.0, 0.0) AS score
    FROM claim_words JOIN claims ON claims.number = claim_words.rowid
    WHERE claim_words MATCH ? /* filters */
    ORDER BY claim_words.rowid DESC LIMIT 30000
) ORDER BY score DESC, number DESC LIMIT ? OFFSET ?

-- find claims by traits
SELECT claims.document, claims.attribution, 0.0
FROM claim_words JOIN claims ON claims.number = claim_words.rowid
WHERE claim_words MATCH ? /* filters */
ORDER BY claim_words.rowid DESC LIMIT ? OFFSET ?

-- find documents by words
SELECT number, NULL, score FROM (
    SELECT documents.number, -bm25(document_words, 1.0, 0.0, 0.0) AS score
    FROM document_words JOIN documents ON documents.number = document_words.rowid
    WHERE document_words MATCH ? /* filters */
    ORDER BY document_words.rowid DESC LIMIT 30000
) ORDER BY score DESC, number DESC LIMIT ? OFFSET ?

-- find documents by traits
SELECT documents.number, NULL, 0.0
FROM document_words JOIN documents ON documents.number = document_words.rowid
WHERE document_words MATCH ? /* filters */
ORDER BY document_words.rowid DESC LIMIT ? OFFSET ?

-- documents with claims
AND documents.number IN (
    SELECT claims.document FROM claim_words JOIN claims ON claims.number = claim_words.rowid
    WHERE claim_words MATCH ?
)

-- remove claim words
DELETE FROM claim_words WHERE rowid IN (SELECT number FROM claims WHERE document = ?)

-- other days
SELECT DISTINCT document FROM times JOIN time_days USING (number)
WHERE time_days.first <> times.first OR time_days.last <> times.last ORDER BY document

-- other places
SELECT DISTINCT document FROM places JOIN place_points USING (number)
WHERE south <> lat OR north <> lat OR west <> lon OR east <> lon ORDER BY document
