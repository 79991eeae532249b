"""Adding documents to a dossier: by dialog or drop, read in the background, what could not be read in one list.

The rule: reading never holds up the window and can be stopped; nothing is filed before everything is read, and then in
one step that can be taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QProgressBar, QWidget

from tijdlijn.dossier.formats import ENDINGS
from tijdlijn.services.dossier import DocumentsRead, read_files
from tijdlijn.ui.tasks import run
from tijdlijn.ui.watch import Watch
from tijdlijn.ui.widgets import IconButton, button, column, plain_label, row, scrolled

MOST_HEIGHT = 150
"""Of the list of problems, before it scrolls: pixels."""


class Adding(QFrame):
    """Reads files and hands over what was read (`read` carries `DocumentsRead`); shows how far it is, and problems."""

    read = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        self.is_busy = False
        self._is_left = False
        self._waiting: list[Path] = []
        self._watch = Watch()
        self.state = plain_label("", "small")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = button(self.tr("Stoppen"), self._stop, "quiet")
        self.problems = plain_label("", "small")
        self.problems.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._list = scrolled(_page(self.problems))
        self._list.setMaximumHeight(MOST_HEIGHT)
        self._list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._list.setAccessibleName(self.tr("Wat niet gelezen kon worden"))
        self.close_button = IconButton("close", self.tr("Melding sluiten"), self.hide)
        head = row(4)
        head.addWidget(self.state, 1)
        head.addWidget(self.stop)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = column(6)
        layout.setContentsMargins(10, 6, 6, 8)
        layout.addLayout(head)
        layout.addWidget(self.bar)
        layout.addWidget(self._list)
        self.setLayout(layout)
        self.hide()

    def choose_files(self) -> None:
        """Let the user choose documents."""
        kinds = " ".join(f"*.{ending}" for ending in sorted(ENDINGS))
        dialog = self._dialog(self.tr("Documenten kiezen"), QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Documenten ({0})").format(kinds), self.tr("Alle bestanden (*)")])
        dialog.open()

    def choose_folder(self) -> None:
        """Let the user choose a folder, of which all that can be read is read."""
        dialog = self._dialog(self.tr("Map met een dossier kiezen"), QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

    def _dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        made = QFileDialog(self.window(), title)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.setFileMode(mode)
        made.filesSelected.connect(lambda names: self.add([Path(name) for name in names]))
        return made

    def add(self, paths: Sequence[Path]) -> None:
        """Read files and folders; while others are read, these wait."""
        self._waiting.extend(paths)
        if self._waiting and not self.is_busy:
            chosen, self._waiting = tuple(self._waiting), []
            self._read(chosen)

    def _read(self, paths: tuple[Path, ...]) -> None:
        self.is_busy = True
        watch = self._watch = Watch()
        watch.progressed.connect(self._progressed)
        self._say(self.tr("De documenten worden gelezen…"), ())
        self.bar.setRange(0, 0)
        run(self, lambda: read_files(paths, watch.is_stopped, watch.progress), self._was_read, self._failed)

    def _progressed(self, done: int, of: int) -> None:
        if self.is_busy and of:
            self.bar.setRange(0, of)
            self.bar.setValue(done)
            self.state.setText(self.tr("{0} van {1} gelezen").format(done, of))

    def _stop(self) -> None:
        self._waiting = []
        self._watch.stop()
        self.state.setText(self.tr("Het lezen wordt gestopt…"))

    def _was_read(self, found: DocumentsRead) -> None:
        self._end()
        if self._is_left:
            return
        many = len(found.problems)
        head = (
            self.tr("1 bestand vraagt aandacht") if many == 1 else self.tr("{0} bestanden vragen aandacht").format(many)
        )
        self._say(head if many else "", [problem.sentence for problem in found.problems])
        self.read.emit(found)
        self.add(())

    def _failed(self, sentence: str) -> None:
        self._end()
        if self._is_left:
            return
        self._say(sentence, ())
        self.add(())

    def _end(self) -> None:
        self.is_busy = False
        self._watch = Watch()

    def tell(self, sentence: str) -> None:
        """Say what came of it, unless there were problems to say."""
        if self._list.isHidden():
            self._say(sentence, ())

    def leave(self) -> None:
        """Stop reading, as when the case is closed; what was read already is dropped."""
        self._is_left = True
        self._watch.stop()

    def _say(self, sentence: str, problems: Sequence[str]) -> None:
        self.state.setText(sentence)
        self.bar.setVisible(self.is_busy)
        self.stop.setVisible(self.is_busy)
        self.close_button.setVisible(not self.is_busy)
        self.problems.setText("\n\n".join(problems))
        self._list.setVisible(bool(problems))
        self.setVisible(bool(sentence or problems))


def _page(label: QWidget) -> QWidget:
    page, holding = QWidget(), column(0)
    holding.addWidget(label)
    holding.addStretch(1)
    page.setLayout(holding)
    return page
