"""The list of names to look through: of each what it is the name of, where it stands, and whether it is replaced.

The rule: what looks like a name is replaced unless somebody says that it may stay; what was decided before is below,
and can be decided anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QSizePolicy, QWidget

from tijdlijn.language.unregistered import Suspect
from tijdlijn.model.people import LooseName, NameKind
from tijdlijn.ui.widgets import Choice, ElidedLabel, column, plain_label, row, rule, scrolled

Decision = tuple[str, NameKind, bool]
"""A name, what it is the name of, and whether it is replaced (`services.loose_names.decide`)."""
KINDS = tuple(NameKind)
KIND_WIDTH = 140


class NameRow(QWidget):
    """One name. `changed` comes when something else is decided about it."""

    changed = Signal()

    def __init__(self, name: str, what: NameKind, is_hidden: bool, told: str, places: Sequence[str]) -> None:
        super().__init__()
        self.name = name
        self._before = (what, is_hidden)
        self.hide_it = QCheckBox(self.tr("Vervangen"))
        self.hide_it.setAccessibleName(self.tr("{0} vervangen").format(name))
        self.hide_it.setChecked(is_hidden)
        self.kind = Choice(self.tr("{0} is de naam van").format(name))
        self.kind.addItems([_tr(kind.value) for kind in KINDS])
        self.kind.setCurrentIndex(KINDS.index(what))
        self.kind.setFixedWidth(KIND_WIDTH)
        across, left, called = row(12), column(2), row(8)
        title = ElidedLabel(name, "strong")
        title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        called.addWidget(title)
        called.addWidget(plain_label(told, "small", wrap=False))
        called.addStretch(1)
        left.addLayout(called)
        for place in places:
            left.addWidget(ElidedLabel(place, "soft"))
        across.addLayout(left, 1)
        across.addWidget(self.kind)
        across.addWidget(self.hide_it)
        across.setContentsMargins(0, 6, 8, 6)
        self.setLayout(across)
        self.hide_it.toggled.connect(lambda _: self.changed.emit())
        self.kind.currentIndexChanged.connect(lambda _: self.changed.emit())

    @property
    def decision(self) -> Decision:
        """What is decided about it now."""
        return self.name, KINDS[self.kind.currentIndex()], self.hide_it.isChecked()

    @property
    def is_changed(self) -> bool:
        """Whether it is not as it was shown."""
        return self.decision[1:] != self._before


class NameRows(QWidget):
    """All names, those that nobody decided about first. `changed` comes when something is decided."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fresh: list[NameRow] = []
        self.known: list[NameRow] = []
        self._area: QScrollArea | None = None
        layout = column(0)
        self.setLayout(layout)

    def show_names(self, suspects: Iterable[Suspect], decided: Iterable[LooseName]) -> None:
        """Show these and nothing else."""
        self.fresh = [NameRow(one.name, one.what, True, _times(one.count), one.places[:2]) for one in suspects]
        self.known = [
            NameRow(one.name, one.what, one.is_hidden, "", ())
            for one in sorted(decided, key=lambda one: one.name.casefold())
        ]
        content, box = QWidget(), column(0)
        for number, made in enumerate(self.fresh):
            if number:
                box.addWidget(rule())
            box.addWidget(made)
        if self.known:
            box.addSpacing(16 if self.fresh else 0)
            box.addWidget(plain_label(self.tr("Eerder beslist"), "heading"))
            for made in self.known:
                box.addWidget(made)
        for made in (*self.fresh, *self.known):
            made.changed.connect(self.changed)
        box.addStretch(1)
        content.setLayout(box)
        layout = self.layout()
        assert layout is not None
        if self._area is not None:
            layout.removeWidget(self._area)
            self._area.deleteLater()
        self._area = scrolled(content)
        layout.addWidget(self._area)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What is decided about every new name, and about an old one that is decided anew."""
        return tuple(one.decision for one in (*self.fresh, *(one for one in self.known if one.is_changed)))

    def hide_all(self, is_hidden: bool) -> None:
        """Decide the same about every new name."""
        for one in self.fresh:
            one.hide_it.setChecked(is_hidden)


def _times(count: int) -> str:
    return _tr("1 keer") if count == 1 else _tr("{0} keer").format(count)


def _tr(text: str) -> str:
    return QCoreApplication.translate("names", text)
