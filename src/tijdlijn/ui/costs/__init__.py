"""What help cost: the totals of a case as tables with bars, and the years before and after a moment."""

from __future__ import annotations
