"""The use cases, composed of readers, analysis and render."""
