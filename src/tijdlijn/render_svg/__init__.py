"""Drawing to SVG: real text in the shipped typeface, groups with their Dutch names. It writes; it decides nothing."""
