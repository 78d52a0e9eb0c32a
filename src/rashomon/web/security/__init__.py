"""What keeps the desk to those who may use it, and what documents hold to words."""
