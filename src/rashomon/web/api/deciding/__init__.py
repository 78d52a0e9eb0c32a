"""What programs put on record: each kind of decision, with its schema and what keeps it."""
