"""From answers to points: what says the same, and what cannot both be true."""
