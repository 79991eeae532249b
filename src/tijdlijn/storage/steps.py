"""What the history of a file says: its steps, and which of them can be undone and redone.

The rule: only read here, by the driver itself; `journal.py` adds steps and takes them back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class StepKind(StrEnum):
    """What a step did. `START` is the making of the casebook, which nothing can undo."""

    START = "start"
    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Step:
    """One user action as the file knows it. `target` is the step that an undo or redo is about."""

    id: int
    name: str
    at: datetime
    kind: StepKind
    target: int | None
    case_id: str


@dataclass(slots=True)
class Stacks:
    """Which steps can be undone and redone, the next one last."""

    undo: list[int] = field(default_factory=list)
    redo: list[int] = field(default_factory=list)

    def take(self, kind: StepKind, id_: int, target: int | None) -> None:
        """Follow one step of the history."""
        if kind is StepKind.DO:
            self.undo.append(id_)
            self.redo.clear()
        elif kind is not StepKind.START:
            source, other = (self.undo, self.redo) if kind is StepKind.UNDO else (self.redo, self.undo)
            assert source[-1] == target
            other.append(source.pop())


_STEP = "SELECT id, name, at, kind, target, case_id FROM steps"


def stacks(raw: Any) -> Stacks:
    """What can be undone and redone now, from the whole history."""
    found = Stacks()
    for id_, kind, target in raw.execute("SELECT id, kind, target FROM steps ORDER BY id"):
        found.take(StepKind(kind), id_, target)
    return found


def step(raw: Any, id_: int) -> Step:
    """One step of the history. The id must exist."""
    return _step(*raw.execute(f"{_STEP} WHERE id = ?", (id_,)).fetchone())


def history(raw: Any, limit: int) -> tuple[Step, ...]:
    """The last steps, newest first."""
    return tuple(_step(*row) for row in raw.execute(f"{_STEP} ORDER BY id DESC LIMIT ?", (limit,)))


def _step(id_: int, name: str, at: str, kind: str, target: int | None, case_id: str) -> Step:
    return Step(id_, name, datetime.fromisoformat(at), StepKind(kind), target, case_id)
