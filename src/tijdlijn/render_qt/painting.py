"""Painting that ends, whatever happens on the way.

The rule: nobody else makes a QPainter. One that is still at work when its picture or widget goes makes Qt fall over,
and with it the whole program; so an error halfway ends the painting first, and is then told as any other.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPaintDevice, QPainter


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter on this picture or widget; it has ended afterwards."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()
