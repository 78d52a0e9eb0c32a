"""The table of all that programs can ask of the desk."""

from rashomon.web.api.table import adding, decisions, documents, incidents, records

ENDPOINTS = (
    *incidents.ENDPOINTS,
    *documents.ENDPOINTS,
    *adding.ENDPOINTS,
    *decisions.ENDPOINTS,
    *records.ENDPOINTS,
)
"""All endpoints, in the order in which they are shown."""
