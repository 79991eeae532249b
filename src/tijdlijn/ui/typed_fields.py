"""The fields of a form as they are typed now, as one text; and filled in again from such a text.

The rule: a field is known by its kind, its name and how many of the same come before it. What a text tells of a field
that is not there is passed over.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

Content = QLineEdit | QPlainTextEdit | QComboBox | QCheckBox


def named_fields(widget: QWidget) -> Iterator[tuple[str, Content]]:
    """The fields within a widget in the order in which they were made, each with what it is known by."""
    seen: Counter[str] = Counter()
    kinds: tuple[type[Content], ...] = (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox)
    for kind in kinds:
        for field in widget.findChildren(kind):
            if isinstance(field, QLineEdit) and isinstance(field.parentWidget(), QComboBox | QAbstractButton):
                continue
            name = f"{kind.__name__}/{field.accessibleName()}"
            seen[name] += 1
            yield f"{name}/{seen[name]}", field


def content_of(widget: QWidget) -> str:
    """All that is typed and chosen in a form."""
    return json.dumps({name: _value(field) for name, field in named_fields(widget)}, ensure_ascii=False)


def fill(widget: QWidget, content: str) -> None:
    """Show in a form what such a text says."""
    said = json.loads(content)
    for name, field in named_fields(widget):
        if name in said:
            _show(field, said[name])


def _value(field: Content) -> str | int | bool:
    match field:
        case QLineEdit():
            return field.text()
        case QPlainTextEdit():
            return field.toPlainText()
        case QComboBox():
            return field.currentIndex()
        case _:
            return field.isChecked()


def _show(field: Content, value: object) -> None:
    match field:
        case QLineEdit():
            field.setText(str(value))
        case QPlainTextEdit():
            field.setPlainText(str(value))
        case QComboBox() if isinstance(value, int):
            field.setCurrentIndex(value)
        case QCheckBox():
            field.setChecked(value is True)
