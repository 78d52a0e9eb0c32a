-- numbers of some ids
SELECT id, number, version, is_current FROM documents
WHERE id IN (SELECT value FROM json_each(?))

-- states of articles
SELECT article, number, coalesce(obtained_at, added_at), version, is_current FROM documents
WHERE article IN (SELECT value FROM json_each(?))

-- add claim words
INSERT INTO claim_words (rowid, content, speaker) VALUES (?, ?, ?)

-- remove claim words
DELETE FROM claim_words WHERE rowid = ?

-- add document words
INSERT INTO document_words (rowid, content, publisher) VALUES (?, ?, ?)

-- remove document words
DELETE FROM document_words WHERE rowid = ?

-- add time days
INSERT INTO time_days (number, first, last) VALUES (?, ?, ?)

-- add place point
INSERT INTO place_points (number, south, north, west, east) VALUES (?, ?, ?, ?, ?)

-- find claims by words
SELECT claims.document, claims.attribution, -bm25(claim_words, 1.0, 0.5) AS score
FROM claim_words JOIN claims ON claims.number = claim_words.rowid
WHERE claim_words MATCH ? /* filters */
ORDER BY score DESC, claims.number LIMIT ? OFFSET ?

-- find documents by words
SELECT documents.number, NULL, -bm25(document_words, 1.0, 0.5) AS score
FROM document_words JOIN documents ON documents.number = document_words.rowid
WHERE document_words MATCH ? /* filters */
ORDER BY score DESC, documents.number LIMIT ? OFFSET ?

-- claims of publisher
AND claims.document IN (SELECT rowid FROM document_words WHERE document_words MATCH ?)

-- claims of days
AND claims.number IN (
    SELECT claim FROM time_days JOIN times USING (number) WHERE last >= ? AND first <= ?
)

-- claims near
AND claims.number IN (
    SELECT claim FROM place_points JOIN places USING (number)
    WHERE south >= ? AND north <= ? AND ((west >= ? AND east <= ?) OR (west >= ? AND east <= ?))
    AND pow(sin(radians((lat - ?) / 200000.0)), 2)
        + cos(radians(lat / 100000.0)) * ? * pow(sin(radians((lon - ?) / 200000.0)), 2) <= ?
)

-- documents with claims by words
AND documents.number IN (
    SELECT claims.document FROM claim_words JOIN claims ON claims.number = claim_words.rowid
    WHERE claim_words MATCH ?
)

-- documents of days
AND documents.number IN (
    SELECT document FROM time_days JOIN times USING (number) WHERE last >= ? AND first <= ?
)

-- documents near
AND documents.number IN (
    SELECT document FROM place_points JOIN places USING (number)
    WHERE south >= ? AND north <= ? AND ((west >= ? AND east <= ?) OR (west >= ? AND east <= ?))
    AND pow(sin(radians((lat - ?) / 200000.0)), 2)
        + cos(radians(lat / 100000.0)) * ? * pow(sin(radians((lon - ?) / 200000.0)), 2) <= ?
)

-- documents of publisher
AND documents.number IN (SELECT rowid FROM document_words WHERE document_words MATCH ?)
