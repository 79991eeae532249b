"""What is typed in the fields of a meeting and not handed over: told to the keeper of drafts, and brought back.

The rule: a field is known by what it is about (a session, an entry), its name, and how many of the same name come
before it. What was kept about something that is not shown now stays kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tijdlijn.ui.draft_keeper import DraftKeeper
from tijdlijn.ui.meetings.fields import KeptDay, KeptLine, KeptText, fields_of
from tijdlijn.ui.name_input import NameInput

TypedIn = KeptLine | KeptText | KeptDay | NameInput


class Unfinished:
    """Of the fields within a widget. `about` tells what they are about now, `apart` which widgets keep their own."""

    def __init__(
        self,
        keeper: DraftKeeper,
        name: str,
        widget: QWidget,
        about: Callable[[], str],
        apart: Callable[[], tuple[QWidget, ...]] = tuple,
    ) -> None:
        self._widget, self._about, self._apart = widget, about, apart
        self._kept = keeper.watch(name, widget, self._collect)
        self._shown = ""

    def bring_back(self) -> None:
        """Show what was kept about what is shown now, once after it was shown."""
        about = self._about()
        if about == self._shown:
            return
        self._shown = about
        for key, field in self._fields():
            typed = self._kept.pop(key, "")
            if typed and not _typed(field):
                _show(field, typed)

    def _collect(self) -> dict[str, str]:
        """What is typed now; of what is not shown, what was kept of it."""
        if self._shown == self._about():
            for key, field in self._fields():
                self._kept[key] = _typed(field)
            self._kept = {key: text for key, text in self._kept.items() if text}
        return self._kept

    def _fields(self) -> Iterator[tuple[str, TypedIn]]:
        seen: Counter[str] = Counter()
        apart, about = self._apart(), self._about()
        for field in (*fields_of(self._widget), *self._widget.findChildren(NameInput)):
            if any(part.isAncestorOf(field) for part in apart):
                continue
            name = (field.line if isinstance(field, KeptDay) else field).accessibleName()
            seen[name] += 1
            yield f"{about}/{name}/{seen[name]}", field


def _typed(field: TypedIn) -> str:
    match field:
        case NameInput():
            return field.text().strip()
        case KeptDay():
            return field.line.text() if field.pending else ""
        case KeptLine():
            return field.text() if field.pending else ""
        case _:
            return field.toPlainText() if field.pending else ""


def _show(field: TypedIn, typed: str) -> None:
    match field:
        case KeptDay():
            field.line.setText(typed)
        case QPlainTextEdit():
            field.setPlainText(typed)
        case _:
            field.setText(typed)
