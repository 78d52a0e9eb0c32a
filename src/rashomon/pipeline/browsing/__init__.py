"""What a case holds as lists that people look through: filtered, sorted, a page at a time."""
