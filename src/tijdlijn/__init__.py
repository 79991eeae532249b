"""tijdlijn: the timeline of a family in youth care, drawn, understood, discussed and printed. Offline."""

__version__ = "0.1.0"
