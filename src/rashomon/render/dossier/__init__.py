"""The dossier: what a case says of an incident, as one page that a critic can check."""
