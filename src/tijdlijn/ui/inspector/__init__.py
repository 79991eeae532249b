"""The inspector: every field of what is selected, each change committed as one step as soon as it is made."""

from tijdlijn.ui.inspector.panel import Inspector

__all__ = ["Inspector"]
