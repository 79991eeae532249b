"""How long work tells how far it is, and is asked to stop: by one function that it calls.

The rule: what that function raises stops the work, and then nothing was written. It is told `WRITING` right before
something is written, from where it is too late to stop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from tijdlijn.model.problems import Problem

One = TypeVar("One")
Progress = Callable[[int, int], None]
"""Told which comes now and of how many; that many is 0 while nobody knows."""
WORKING = (1, 0)
WRITING = (0, 0)
STOPPED = "Afgebroken; er is geen bestand gemaakt of veranderd."


class Stopped(Problem):
    """Somebody stopped the work; nothing was written."""

    def __init__(self) -> None:
        super().__init__(STOPPED)


def unwatched(_number: int, _of: int) -> None:
    """Nobody looks how far the work is."""


def telling(ones: Iterable[One], of: int, progress: Progress) -> Iterator[One]:
    """The same, each told before it comes."""
    for number, one in enumerate(ones, 1):
        progress(number, of)
        yield one
