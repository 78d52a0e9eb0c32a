"""What one document answers to the points of an incident, in whose words."""
