"""How well positions are supported, and what conventions of counting make of tolls."""
