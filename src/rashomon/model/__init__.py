"""What passes between the parts: documents, readings, errors. Standard library only."""
