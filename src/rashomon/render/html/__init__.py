"""What pages are made with: templates that escape, words from outside made safe, and the style."""
