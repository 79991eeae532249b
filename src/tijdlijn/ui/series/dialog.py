"""The series of families: the figures of each, their pictures, and the families around one moment; to be taken along.

The rule: nothing here tells who a family is, not even on screen. Reading is in the background, says how far it is and
can be stopped; what is stopped added nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QProgressBar, QTabWidget, QWidget

from tijdlijn.analysis.series_anchor import ANCHORS, BEFORE_DAYS, Anchor
from tijdlijn.analysis.series_words import (
    HOW,
    ONLY_FIGURES,
    aligned_title,
    aligned_words,
    identifying_words,
)
from tijdlijn.assets import resource
from tijdlijn.layout.series import kind_blocks, sign_blocks, spread_blocks, strip_blocks
from tijdlijn.model.problems import Problem
from tijdlijn.model.progress import Progress
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.files import name_for
from tijdlijn.services.passphrase import wait_seconds
from tijdlijn.services.series import ENDINGS, Added, Gathering, SeriesOptions, export_series, part_of
from tijdlijn.ui.block_picture import BlockPicture, scrolling
from tijdlijn.ui.dialogs.file_place import FilePlace
from tijdlijn.ui.series.adding import ClosedFiles, choose_files, is_closed
from tijdlijn.ui.series.columns_menu import ColumnsMenu
from tijdlijn.ui.series.table import SeriesTable
from tijdlijn.ui.tasks import run
from tijdlijn.ui.watch import Watch
from tijdlijn.ui.widgets import (
    Choice,
    button,
    column,
    field_label,
    plain_label,
    primary_button,
    restyled,
    row,
)

FEW = 2
"""Below so many families the example is offered, as there is nothing to compare."""


class SeriesDialog(QDialog):
    """Shows the families of an open casebook, and of the files that are added to them."""

    def __init__(self, book: OpenCasebook, parent: QWidget | None = None, *, folder: Path | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Casusreeks"))
        self._book = book
        self._watch: Watch | None = None
        self._failures = 0
        self.gathering = Gathering(book.today)
        self.counted = plain_label("", "strong", wrap=False)
        self.add = button(self.tr("Bestanden toevoegen…"), lambda: self.add_files(choose_files(self)))
        self.add_example = button(self.tr("Voorbeeldgezinnen toevoegen"), self._add_example, "link")
        self.columns = ColumnsMenu(self)
        self.columns_button = button(self.tr("Kolommen"), lambda: None)
        self.anchor = Choice(self.tr("Uitlijnen op"))
        self.closed = ClosedFiles()
        self.warning = plain_label("", "small")
        self.tabs = QTabWidget()
        self.table = SeriesTable()
        self.aligned = BlockPicture(self.tr("De gezinnen rond één moment"))
        self.about_aligned = plain_label("", "small")
        self.spreads = BlockPicture(self.tr("De cijfers over de gezinnen"))
        self.progress = QProgressBar()
        self.stop = button(self.tr("Stoppen"), self.stop_work)
        self.told = plain_label("", "small")
        self.format = Choice(self.tr("Soort bestand"))
        self.rows = QCheckBox(self.tr("met de rij van elk gezin"))
        self.place = FilePlace(name_for("casusreeks", ""), ENDINGS[0], "Excel", folder)
        self.close_button = button(self.tr("Sluiten"), self.reject)
        self.save = primary_button(self.tr("Bewaren"))
        self._build()
        self._connect()
        self._show()
        self._work(lambda progress: self.gathering.add_book(book, "", progress), self._added)

    @property
    def chosen_anchor(self) -> Anchor:
        """On what the families are aligned."""
        return ANCHORS[self.anchor.currentIndex()]

    @property
    def options(self) -> SeriesOptions:
        """What goes in a file."""
        return SeriesOptions(self.columns.columns, self.chosen_anchor, self.rows.isChecked())

    # Building

    def _build(self) -> None:
        self.setMinimumSize(820, 520)
        parent = self.parentWidget()
        room = parent.window().size() if parent else None
        self.resize(*(room.width() - 60, room.height() - 50) if room else (1200, 760))
        self.columns_button.setMenu(self.columns)
        self.anchor.addItems([one.label for one in ANCHORS])
        self.anchor.setMinimumContentsLength(24)
        self.format.addItems(["Excel", "PDF"])
        self.rows.setChecked(True)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Voortgang"))
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("Wat er van de gezinnen te zien is"))
        self.tabs.addTab(self.table, self.tr("Gezinnen"))
        self.tabs.addTab(self._around(), self.tr("Onder elkaar"))
        self.tabs.addTab(scrolling(self.spreads), self.tr("Verdeling"))
        layout = column(10)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.addWidget(plain_label(self.tr("Casusreeks"), "title"))
        layout.addWidget(plain_label(f"{ONLY_FIGURES} {HOW}", "small"))
        layout.addLayout(self._top())
        layout.addWidget(self.closed)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.warning)
        layout.addLayout(self._working())
        layout.addWidget(self.told)
        layout.addLayout(self._foot())
        self.told.hide()
        self.setLayout(layout)

    def _around(self) -> QWidget:
        page = QWidget()
        across = row(8)
        across.setContentsMargins(0, 8, 0, 0)
        across.addWidget(field_label(self.tr("Uitlijnen op"), self.anchor, beside=True))
        across.addWidget(self.anchor)
        across.addStretch(1)
        layout = column(6)
        layout.addLayout(across)
        layout.addWidget(self.about_aligned)
        layout.addWidget(scrolling(self.aligned), 1)
        page.setLayout(layout)
        return page

    def _top(self) -> QHBoxLayout:
        line = row(8)
        line.addWidget(self.counted)
        line.addSpacing(8)
        line.addWidget(self.add)
        line.addWidget(self.add_example)
        line.addStretch(1)
        line.addWidget(self.columns_button)
        return line

    def _working(self) -> QHBoxLayout:
        line = row(8)
        line.addWidget(self.progress, 1)
        line.addWidget(self.stop)
        return line

    def _foot(self) -> QHBoxLayout:
        line = row(8)
        line.addWidget(self.format)
        line.addWidget(self.rows)
        line.addWidget(self.place, 1)
        line.addSpacing(8)
        line.addWidget(self.close_button)
        line.addWidget(self.save)
        return line

    def _connect(self) -> None:
        self.columns.changed.connect(self._show)
        self.anchor.currentIndexChanged.connect(lambda _: self._show_aligned())
        self.closed.asked.connect(self._open_closed)
        self.format.currentIndexChanged.connect(self._choose_format)
        self.rows.toggled.connect(lambda _: self._settle())
        self.place.changed.connect(self._settle)
        self.save.clicked.connect(lambda _=False: self._save())

    # Showing

    def _show(self) -> None:
        series = self.gathering.series
        number, columns = len(series.told), self.columns.columns
        words = self.tr("1 gezin") if number == 1 else self.tr("{0} gezinnen").format(number)
        self.counted.setText(words)
        self.add_example.setVisible(number < FEW)
        self.table.show_series(series, columns)
        self.warning.setText(identifying_words(series))
        self.spreads.show_blocks(lambda width: spread_blocks(series, columns, width) if series.told else ())
        self._show_aligned()

    def _show_aligned(self) -> None:
        series = self.gathering.series
        found = series.aligned(self.chosen_anchor)
        lines = aligned_words(found)
        rest = lines[1 + len(found.signs) :] if found.strips else lines
        title = aligned_title(self.chosen_anchor)
        about = self.tr("Van hoeveel gezinnen het in de {0} dagen ervoor zo was.").format(BEFORE_DAYS)
        self.about_aligned.setText(" ".join((about, *rest) if found.strips else rest))
        self.aligned.show_blocks(
            lambda width: [*sign_blocks(found, width), *kind_blocks(found, width), *strip_blocks(found, width)],
            " ".join((title, *lines)),
        )
        self._settle()

    def _settle(self) -> None:
        is_free = self._watch is None
        for part in (self.add, self.add_example, self.closed, self.format, self.rows, self.place, self.columns_button):
            part.setEnabled(is_free)
        self.save.setEnabled(is_free and bool(self.gathering.told) and self.place.has_name)
        self.progress.setVisible(not is_free)
        self.stop.setVisible(not is_free)
        self.warning.setVisible(bool(self.warning.text()) and self.rows.isChecked())

    def _say(self, words: str, role: str = "problem") -> None:
        restyled(self.told, "role", role)
        self.told.setText(words)
        self.told.setVisible(bool(words))

    # Adding

    def add_files(self, files: Sequence[Path]) -> None:
        """Add these; for those that are closed the passphrase is asked."""
        closed = [path for path in files if is_closed(path)]
        free = [path for path in files if not is_closed(path)]
        self.closed.ask([*self.closed.files, *(path for path in closed if path not in self.closed.files)])
        if free:
            self._read(free, "")

    def _add_example(self) -> None:
        with_names = sorted(resource("example", "reeks").iterdir(), key=lambda path: path.name)
        self.add_files([path for path in with_names if path.suffix == ".json"])

    def _open_closed(self, files: Sequence[Path], secret: str) -> None:
        self._read(files, secret)

    def _read(self, files: Sequence[Path], secret: str) -> None:
        def read(progress: Progress) -> tuple[list[Added], list[tuple[Path, str]]]:
            """What each file brought, and which could not be read, with why."""
            added, failed = [], []
            for number, path in enumerate(files, 1):
                part = part_of(progress, number, len(files))
                part(0, 1)
                try:
                    added.append(self.gathering.add_file(path, [secret] if secret else [], "venster", part))
                except Problem as problem:
                    if self._is_stopped:
                        raise
                    failed.append((path, problem.sentence))
            return added, failed

        self._work(read, lambda found: self._have_read(*found))

    @property
    def _is_stopped(self) -> bool:
        return self._watch is None or self._watch.is_stopped()

    def _have_read(self, added: Sequence[Added], failed: Sequence[tuple[Path, str]]) -> None:
        still = [path for path, _ in failed if is_closed(path) and path.exists()]
        self._failures = self._failures + 1 if still else 0
        self.closed.ask(still, wait_seconds(self._failures) if still else 0.0)
        self._show()
        problems = " ".join(sentence for _, sentence in failed)
        notes = " ".join(one.words for one in added if one.words)
        self._say(" ".join(filter(None, (problems, notes))), "problem" if problems else "small")

    def _added(self, added: Added) -> None:
        self._show()
        self._say(added.words, "small")

    # Working

    def _work(self, function: Callable[[Progress], Any], done: Callable[[Any], None]) -> None:
        watch = self._watch = Watch()
        watch.progressed.connect(self._show_progress)
        self._say("")
        self.progress.setRange(0, 0)
        self._settle()
        run(self, lambda: function(watch.tell), partial(self._heard, watch, done), partial(self._failed, watch))

    def _show_progress(self, number: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(number)

    def _heard(self, watch: Watch, done: Callable[[Any], None], what: Any) -> None:
        if watch is self._watch:
            self._watch = None
            self._settle()
            done(what)

    def _failed(self, watch: Watch, sentence: str) -> None:
        if watch is self._watch:
            self._watch = None
            self._show()
            self._say(sentence)

    def stop_work(self) -> bool:
        """Stop what goes on; whether that could still be. What was read of other files stays."""
        return self._watch is None or self._watch.stop()

    def reject(self) -> None:
        if self.stop_work():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.stop_work():
            super().closeEvent(event)
        else:
            event.ignore()

    # Taking along

    def _choose_format(self, at: int) -> None:
        self.place.set_kind(name_for("casusreeks", ""), ENDINGS[at], ("Excel", "PDF")[at])

    def _save(self) -> None:
        book, series, path, options = self._book, self.gathering.series, self.place.path, self.options
        self._work(lambda progress: export_series(book, series, path, options, progress), lambda _: self._saved(path))

    def _saved(self, path: Path) -> None:
        self._say(self.tr("Bewaard: {0}, in de map {1}.").format(path.name, path.parent), "strong")
        self.close_button.setFocus()
