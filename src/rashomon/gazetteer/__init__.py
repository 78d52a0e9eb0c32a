"""The gazetteer: places by name, from what ships with the package and what a user imports."""
