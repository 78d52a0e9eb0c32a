"""Who speaks in a document, and who is who in all documents of an incident."""
