"""The table of all that programs can ask of the desk."""

from rashomon.web.api.table import adding, decisions, documents, incidents, parties, queue, records

ENDPOINTS = (
    *incidents.ENDPOINTS,
    *documents.ENDPOINTS,
    *parties.ENDPOINTS,
    *adding.ENDPOINTS,
    *decisions.ENDPOINTS,
    *queue.ENDPOINTS,
    *records.ENDPOINTS,
)
"""All endpoints, in the order in which they are shown."""
