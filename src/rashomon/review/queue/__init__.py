"""What to look at next: what would change most if it were wrong, and how likely it is wrong."""
