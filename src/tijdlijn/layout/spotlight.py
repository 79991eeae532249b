"""A schakelmoment or decision in the spotlight: its questions in large letters, with what the group says of it.

The rule: what is concluded stands on a ground of its own, so that nobody takes it for the dossier; the words of the
family have a place of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tijdlijn.drawing.plain import plain
from tijdlijn.drawing.primitives import Box, Face, Line, Primitive, Text
from tijdlijn.drawing.text_metrics import shortened, wrapped
from tijdlijn.model.sessions import Reflection

FIELDS: tuple[tuple[str, str], ...] = (
    ("how", "Hoe kwam dit zo?"),
    ("decided_by", "Wie besloot?"),
    ("involved", "Wie was betrokken?"),
    ("missing", "Wie ontbrak?"),
    ("known", "Wat wist wie toen?"),
    ("fitting", "Paste het?"),
    ("better", "Wat was beter geweest?"),
    ("learned", "Wat is geleerd?"),
)
"""The questions about an entry, each with the field of a reflection that answers it."""
FAMILY = "Het gezin zegt"


def answers(reflection: Reflection | None) -> list[tuple[str, str]]:
    """The questions that were answered, with their answers; a judgement in its words."""
    if reflection is None:
        return []
    said = [(question, getattr(reflection, name)) for name, question in FIELDS]
    texts = ((question, str(getattr(answer, "label", answer or ""))) for question, answer in said)
    return [(question, text) for question, text in texts if text.strip()]


@dataclass(frozen=True, slots=True)
class Spotlight:
    """What stands in the light: the questions, and the reflection on the entry as far as it is shown."""

    questions: tuple[str, ...]
    reflection: Reflection | None = None

    @property
    def lines(self) -> Sequence[tuple[str, str]]:
        """Each question with its answer, empty where there is none yet."""
        said = answers(self.reflection)
        return said or [(question, "") for question in self.questions]


def draw_spotlight(light: Spotlight, unit: float, place: tuple[float, float, float, float]) -> Iterator[Primitive]:
    """The panel within `(x, y, width, height)`; `unit` is the least height of its text."""
    x, y, width, height = place
    yield Box(x, y, width, height, "card", unit * 0.5)
    yield Box(x, y, unit * 0.35, height, "schakel.mark")
    left, room, top, bottom = x + unit * 1.3, width - unit * 2.3, y + unit * 1.7, y + height - unit * 0.6
    said = light.reflection.family if light.reflection else ""
    family = wrapped(f"“{plain(said.strip())}”", room - unit, unit)[:4] if said.strip() else []
    end = bottom - (len(family) * 1.3 + 1.9) * unit if family else bottom
    open_ = not answers(light.reflection)
    for question, answer in light.lines:
        if top > end:
            break
        size = unit * 1.35 if open_ else unit
        for line in wrapped(plain(question), room, size, Face.SEMIBOLD):
            yield Text(left, top, line, "label", size, Face.SEMIBOLD)
            top += size * 1.3
        lines = wrapped(plain(answer.strip()), room, unit) if answer else []
        free = max(int((end - top) / (unit * 1.3)) + 1, 0)
        for number, line in enumerate(lines[:free], 1):
            cut = number == free and len(lines) > free
            text = shortened(f"{line} {lines[free]}", room, unit) if cut else line
            yield Text(left, top, text, "label", unit)
            top += unit * 1.3
        top += unit * (0.95 if open_ else 0.45)
    yield from _family(family, unit, (left, end + unit * 0.4, room))


def _family(lines: Sequence[str], unit: float, place: tuple[float, float, float]) -> Iterator[Primitive]:
    if not lines:
        return
    left, top, room = place
    yield Line(left, top, left + room, top, "lane.rule")
    top += unit * 1.3
    yield Text(left, top, FAMILY, "label.soft", unit, Face.SEMIBOLD)
    for line in lines:
        top += unit * 1.3
        yield Text(left + unit, top, line, "label", unit, Face.ITALIC)
