"""The description of a picture, pure: five primitives in points, style names, and the one measurer of text."""
