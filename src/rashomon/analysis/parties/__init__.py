"""Who speaks and acts in a document."""
