"""Presenting a family's story: the picture on the projector, the presenter's own view, and what both go by."""
