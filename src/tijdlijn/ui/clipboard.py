"""The clipboard of the desktop: entries go there as our own kind, as a table and as text; a view as a picture.

The rule (design 7): personal data does not stay behind. What is still ours there is taken away when the casebook
closes, and the clipboard histories of desktops are asked not to keep it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication, QImage

if TYPE_CHECKING:
    from tijdlijn.services.casebook import OpenCasebook
    from tijdlijn.services.clipboard import Fragment
    from tijdlijn.services.pasting import Pasted

OURS = "application/x-tijdlijn-regels"
OUR_PICTURE = "application/x-tijdlijn-plaatje"
_WINDOWS = 'application/x-qt-windows-mime;value="{0}"'
_KEEP_OUT = {
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"1",
    _WINDOWS.format("CanIncludeInClipboardHistory"): b"\0\0\0\0",
    _WINDOWS.format("CanUploadToCloudClipboard"): b"\0\0\0\0",
    "x-kde-passwordManagerHint": b"secret",
}
"""What desktops look at before they remember what was copied."""


def put(book: OpenCasebook, case_id: str, fragment: Fragment) -> None:
    """Put entries on the clipboard, once that is in the log. Raises Problem; then they are not there."""
    from tijdlijn.exchange.clip_out import html_table, tsv
    from tijdlijn.services.clipboard import packed
    from tijdlijn.services.outgoing import ROWS, note_copy

    case = fragment.as_case(book.today)
    note_copy(book, case_id, ROWS, pseudonyms=False, entries=len(case.entries))
    data = QMimeData()
    data.setData(OURS, packed(fragment))
    data.setText(tsv(case))
    data.setHtml(html_table(case))
    _hand_over(data)


def put_picture(book: OpenCasebook, case_id: str, image: QImage, *, pseudonyms: bool, entries: int) -> None:
    """Put a picture of so many entries on the clipboard, once that is in the log; it goes from there with the casebook,
    as entries do. Raises Problem; then it is not there."""
    from tijdlijn.services.outgoing import PICTURE, note_copy

    note_copy(book, case_id, PICTURE, pseudonyms=pseudonyms, entries=entries)
    data = QMimeData()
    data.setImageData(image)
    data.setData(OUR_PICTURE, b"1")
    _hand_over(data)


def _hand_over(data: QMimeData) -> None:
    for name, value in _KEEP_OUT.items():
        data.setData(name, value)
    _clipboard().setMimeData(data)


def holds_anything() -> bool:
    """Whether there is something that could be pasted as entries."""
    data = _clipboard().mimeData()
    return data is not None and (data.hasFormat(OURS) or data.hasHtml() or data.hasText())


def paste_into(book: OpenCasebook, case_id: str, at: date | None = None) -> Pasted:
    """Put what is on the clipboard in a case; our own entries from a day on. Raises Problem, having changed nothing."""
    from tijdlijn.services.clipboard import paste, unpacked
    from tijdlijn.services.pasting import Pasted, paste_html, paste_text

    data = _clipboard().mimeData() or QMimeData()
    if data.hasFormat(OURS):
        return Pasted(paste(book, case_id, unpacked(bytes(data.data(OURS).data())), at))
    if data.hasHtml() and "<table" in data.html().lower():
        return paste_html(book, case_id, data.html())
    return paste_text(book, case_id, data.text())


def forget() -> None:
    """Take our entries and pictures off the clipboard; what another program put there stays."""
    data = _clipboard().mimeData()
    if data is not None and (data.hasFormat(OURS) or data.hasFormat(OUR_PICTURE)):
        _clipboard().clear()


def _clipboard() -> QClipboard:
    return QGuiApplication.clipboard()
