"""What people decide: put upon readings, where it conflicts, what to look at next; pure."""
