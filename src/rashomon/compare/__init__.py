"""Points, positions, relations, grades: what accounts of one incident say, held side by side."""
