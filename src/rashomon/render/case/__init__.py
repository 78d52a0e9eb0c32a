"""A case for people and programs: documents, incidents, origins, results of a search."""
