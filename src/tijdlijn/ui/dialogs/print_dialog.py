"""Printing a case: the settings, the pages as they will be, and where they go. The work is in the background.

The rule: what is seen is what is printed: preview, file and printer take the same drawings. What is chosen is kept on
this computer, without what belongs to a family: no period, no view, no password and no path.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QProgressBar, QWidget

from tijdlijn.report.options import PRESETS, PageOptions
from tijdlijn.services import printing
from tijdlijn.services.consent import reason_to_mask
from tijdlijn.services.files import name_for
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.dialogs.file_place import FilePlace
from tijdlijn.ui.dialogs.print_offers import offered_parts, offered_views, recall, remember
from tijdlijn.ui.dialogs.print_preview import Preview
from tijdlijn.ui.dialogs.print_sending import FileSending, PrinterSending, Sending
from tijdlijn.ui.dialogs.print_settings import PrintSettings
from tijdlijn.ui.dialogs.print_work import PagesMaker
from tijdlijn.ui.names.names_choice import NamesChoice
from tijdlijn.ui.widgets import button, column, plain_label, primary_button, row, scrolled

SETTINGS_WIDTH = 320
LEAST_WIDTH, LEAST_HEIGHT = 820, 480
FOOT_HEIGHT = 20
"""Of what is said below the file, so that the pages keep their size when it changes."""


class PrintDialog(QDialog):
    """Prints the case of the controller."""

    def __init__(
        self, controller: CaseController, parent: QWidget | None = None, *, folder: Path | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Afdrukken"))
        self._controller, case = controller, controller.case
        selected = frozenset(entry.id for entry in controller.selected_entries)
        self.names = NamesChoice(controller, self, reason_to_mask(case), self.tr("De namen van het gezin staan erop."))
        views = offered_views(controller)
        self.settings = PrintSettings(offered_parts(), views, case.today, self.names, selected)
        self.preview = Preview()
        self.place = FilePlace(name_for("tijdlijn", case.code), ".pdf", "PDF", folder)
        self.remark = plain_label("", "small")
        self.problem = plain_label("", "problem")
        self.done_text = plain_label("", "strong")
        self.progress = QProgressBar()
        self.close_button = button(self.tr("Sluiten"), self.reject)
        self.to_printer = button(self.tr("Naar printer…"), self._print)
        self.to_file = primary_button(self.tr("Bewaren als PDF"))
        self.maker = PagesMaker(self)
        self.sending: Sending | None = None
        self._build()
        self._connect()
        self._fit_window()
        self.settings.show_options(recall(PRESETS[1].options))
        self._settle()

    @property
    def options(self) -> PageOptions:
        """What is chosen, with the password of a file."""
        return replace(self.settings.options, password=self.settings.password.text)

    # Building

    def _build(self) -> None:
        area = scrolled(self.settings)
        area.setFixedWidth(SETTINGS_WIDTH)
        self.settings.unfolded.connect(
            lambda part: QTimer.singleShot(0, part, lambda: area.ensureWidgetVisible(part, 0))
        )
        middle = row(0)
        middle.addWidget(area)
        middle.addWidget(_upright_rule())
        middle.addWidget(self.preview, 1)
        layout = column(0)
        layout.addLayout(middle, 1)
        layout.addWidget(self._foot())
        self.setLayout(layout)

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("role", "decisions")
        said = column(4)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Voortgang van het afdrukken"))
        for widget in (self.remark, self.problem, self.done_text, self.progress):
            said.addWidget(widget)
        for widget in (self.problem, self.done_text, self.progress):
            widget.hide()
        inner = column(6)
        inner.setContentsMargins(16, 10, 16, 12)
        below = QWidget()
        below.setLayout(said)
        below.setMinimumHeight(FOOT_HEIGHT)
        inner.addLayout(self._line())
        inner.addWidget(below)
        foot.setLayout(inner)
        return foot

    def _line(self) -> QHBoxLayout:
        self.to_file.setDefault(True)
        line = row(8)
        line.addWidget(self.place, 1)
        line.addSpacing(8)
        for widget in (self.close_button, self.to_printer, self.to_file):
            line.addWidget(widget)
        return line

    def _connect(self) -> None:
        self.settings.changed.connect(self._renew)
        self.settings.settled.connect(self._settle)
        self.names.gate.waiting.connect(self._show_waiting)
        self.place.changed.connect(self._settle)
        self.maker.made.connect(self._show_pages)
        self.maker.finished.connect(self._settle)
        self.maker.failed.connect(self._say)
        self.to_file.clicked.connect(lambda _=False: self._write())
        for keys, act in (("Ctrl+P", self._print), ("Ctrl+S", self._write)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _fit_window(self) -> None:
        """As large as the window it belongs to, less a rim."""
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        parent = self.parentWidget()
        room = parent.window().size() if parent else None
        width, height = (room.width() - 40, room.height() - 40) if room else (1180, 720)
        self.resize(max(width, LEAST_WIDTH), max(height, LEAST_HEIGHT))
        self.settings.preset.setFocus()

    # The preview

    def _renew(self) -> None:
        """Make the pages anew: a setting changed."""
        case, options = self._controller.case, self.settings.options
        self._say("")
        self.done_text.hide()
        self._settle()
        if not self.settings.parts.list.parts:
            return
        remember(options)
        self.maker.ask(lambda: printing.pages(case, options))
        QTimer.singleShot(300, self, self._settle)

    def _show_pages(self) -> None:
        self.preview.set_pages(self.maker.pages)
        self._settle()

    # What can be done now

    def _settle(self) -> None:
        missing, secret = self.settings.wanting(), self.settings.password.wanting()
        wanting = missing or secret
        is_sending = self.sending is not None
        self.place.setEnabled(not is_sending)
        self.settings.setEnabled(not is_sending)
        self.to_file.setEnabled(not is_sending and not wanting and self.place.has_name)
        self.to_printer.setEnabled(not is_sending and not missing)
        self.close_button.setText(self.tr("Afbreken") if is_sending else self.tr("Sluiten"))
        self.remark.setText(wanting or self.place.said(bool(self.settings.password.text)))
        self.remark.setVisible(self.problem.isHidden() and self.done_text.isHidden() and not is_sending)
        self.preview.set_busy(self.maker.is_busy)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    # To a file and to a printer

    def _write(self) -> None:
        if self.to_file.isEnabled():
            self.names.cleared(self._send_to_file)

    def _send_to_file(self) -> None:
        path, options = self.place.path, self.options
        told = self.tr("Bewaard: {0}, in de map {1}.").format(path.name, path.parent)
        self._send(FileSending(self._controller.book, self._controller.case.id, path, options, self), told)

    def _print(self) -> None:
        if self.to_printer.isEnabled():
            self.names.cleared(self._send_to_printer)

    def _send_to_printer(self) -> None:
        sending = PrinterSending(self._controller.book, self._controller.case.id, self.settings.options, self)
        if sending.ask():
            self._send(sending, self.tr("Naar de printer gestuurd."))

    def _send(self, sending: Sending, told: str) -> None:
        self._say("")
        self.done_text.hide()
        self.sending = sending
        sending.progressed.connect(self._show_progress)
        sending.done.connect(lambda: self._sent(told))
        sending.failed.connect(self._not_sent)
        self._show_progress(0, 0)
        self.progress.show()
        self._settle()
        sending.start()

    def _show_waiting(self, is_waiting: bool) -> None:
        self._show_progress(0, 0)
        self.progress.setVisible(is_waiting)

    def _show_progress(self, number: int, pages: int) -> None:
        self.progress.setRange(0, pages)
        self.progress.setValue(number)

    def _sent(self, told: str) -> None:
        self._end()
        self.done_text.setText(told)
        self.done_text.show()
        self._settle()
        self.close_button.setFocus()

    def _not_sent(self, sentence: str) -> None:
        self._end()
        self._say(sentence)
        self._settle()

    def _end(self) -> None:
        if self.sending is not None:
            self.sending.deleteLater()
        self.sending = None
        self.progress.hide()

    # Leaving

    def reject(self) -> None:
        """Stop what is being sent; when nothing is, close."""
        if self.sending is not None:
            if self.sending.stop():
                self._not_sent(self.sending.stopped_words)
            return
        self._leave()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.sending is not None:
            self.sending.stop()
            self._end()
        self._leave()
        super().closeEvent(event)

    def _leave(self) -> None:
        self.maker.stop()
        self.settings.password.forget()


def _upright_rule() -> QFrame:
    line = QFrame()
    line.setProperty("role", "rule")
    line.setFixedWidth(1)
    return line
