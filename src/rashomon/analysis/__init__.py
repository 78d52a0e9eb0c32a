"""From a document to who says what in it. No input, no output: models are passed in."""
