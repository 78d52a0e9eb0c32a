"""What decisions on items make of the parts of a reading, part by part."""
