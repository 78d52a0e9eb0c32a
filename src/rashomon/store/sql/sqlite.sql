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

-- add time
INSERT INTO times (number, document, claim) VALUES (?, ?, ?)

-- add time days
INSERT INTO time_days (number, first, last) VALUES (?, ?, ?)

-- remove time days
DELETE FROM time_days WHERE number = ?

-- add place
INSERT INTO places (number, document, claim, name, wording, lat, lon) VALUES (?, ?, ?, ?, ?, ?, ?)

-- add place point
INSERT INTO place_points (number, south, north, west, east) VALUES (?, ?, ?, ?, ?)

-- remove place point
DELETE FROM place_points WHERE number = ?

-- find claims by words
SELECT claims.document, claims.attribution, -bm25(claim_words, 1.0, 0.5) AS score
FROM claim_words JOIN claims ON claims.number = claim_words.rowid
WHERE claim_words MATCH ? /* filters */
ORDER BY score DESC, claims.number LIMIT ? OFFSET ?

-- find claims
SELECT claims.document, claims.attribution, 0.0 FROM claims
WHERE 1 = 1 /* filters */
ORDER BY claims.number LIMIT ? OFFSET ?

-- find documents by words
SELECT documents.number, NULL, -bm25(document_words, 1.0, 0.5) AS score
FROM document_words JOIN documents ON documents.number = document_words.rowid
WHERE document_words MATCH ? /* filters */
ORDER BY score DESC, documents.number LIMIT ? OFFSET ?

-- find documents
SELECT documents.number, NULL, 0.0 FROM documents
WHERE is_current = 1 /* filters */
ORDER BY documents.number LIMIT ? OFFSET ?

-- claims of side
AND claims.side = ?

-- claims of stance
AND claims.stance = ?

-- claims of publisher
AND claims.document IN (SELECT rowid FROM document_words WHERE document_words MATCH ?)

-- claims of days
AND claims.number IN (
    SELECT claim FROM time_days JOIN times USING (number) WHERE last >= ? AND first <= ?
)

-- claims of place
AND claims.number IN (SELECT claim FROM places WHERE name = ? OR wording = ?)

-- claims near
AND claims.number IN (
    SELECT claim FROM place_points JOIN places USING (number)
    WHERE south >= ? AND north <= ? AND ((west >= ? AND east <= ?) OR (west >= ? AND east <= ?))
    AND pow(sin(radians((lat - ?) / 200000.0)), 2)
        + cos(radians(lat / 100000.0)) * ? * pow(sin(radians((lon - ?) / 200000.0)), 2) <= ?
)

-- claims of incident
AND claims.document IN (SELECT document FROM incident_documents WHERE incident = ?)

-- documents with claims by words
AND documents.number IN (
    SELECT claims.document FROM claim_words JOIN claims ON claims.number = claim_words.rowid
    WHERE claim_words MATCH ?
)

-- documents with claims of side and stance
AND EXISTS (
    SELECT 1 FROM claims WHERE claims.document = documents.number
    AND (? IS NULL OR side = ?) AND (? IS NULL OR stance = ?)
)

-- documents of days
AND documents.number IN (
    SELECT document FROM time_days JOIN times USING (number) WHERE last >= ? AND first <= ?
)

-- documents of place
AND documents.number IN (SELECT document FROM places WHERE name = ? OR wording = ?)

-- documents near
AND documents.number IN (
    SELECT document FROM place_points JOIN places USING (number)
    WHERE south >= ? AND north <= ? AND ((west >= ? AND east <= ?) OR (west >= ? AND east <= ?))
    AND pow(sin(radians((lat - ?) / 200000.0)), 2)
        + cos(radians(lat / 100000.0)) * ? * pow(sin(radians((lon - ?) / 200000.0)), 2) <= ?
)

-- documents of incident
AND documents.number IN (SELECT document FROM incident_documents WHERE incident = ?)
