"""The text of a document as it is shown: as data, with marks where the words stand, quick when it is long."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.acting import show
from tijdlijn.model.documents import Block, BlockKind, Document
from tijdlijn.ui.dossier_reader.acts import Acts
from tijdlijn.ui.dossier_reader.keys import READER_KEYS, act_of
from tijdlijn.ui.dossier_reader.marks import Look, Mark
from tijdlijn.ui.dossier_reader.page_text import PageText

LINES = (
    "Verslag",
    "Op 12 maart 2019 een <b>gesprek</b> & <img src='x.png'>.",
    "datum\tvan\twat",
    "1-2-2019\tRB\tHuisbezoek",
)
KINDS = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ROW, BlockKind.ROW)


def document(lines: tuple[str, ...] = LINES, kinds: tuple[BlockKind, ...] = KINDS) -> Document:
    blocks, at = [], 0
    for line, kind in zip(lines, kinds, strict=True):
        cells, cell = [], at
        for words in line.split("\t"):
            cells.append((cell, cell + len(words)))
            cell += len(words) + 1
        is_row = kind is BlockKind.ROW
        blocks.append(Block(kind, at, at + len(line), table=int(is_row), cells=tuple(cells) if is_row else ()))
        at += len(line) + 1
    return Document("verslag.docx", "docx", "\n".join(lines), tuple(blocks), (0, len(lines[0]) + 1))


def test_text_is_shown_as_it_is_and_never_as_markup(qtbot: QtBot) -> None:
    page = show(qtbot, PageText(), 700, 500)
    page.show_document(document())
    assert page.toPlainText() == "\n".join(LINES)
    assert not page.textCursor().charFormat().isImageFormat()


def test_a_click_on_marked_words_chooses_them(qtbot: QtBot) -> None:
    page = show(qtbot, PageText(), 700, 500)
    page.show_document(document())
    start = page.shown.text.index("12 maart 2019")
    page.show_marks([Mark("dag", start, start + 13, Look.OPEN)])
    page.bring(start, start + 13)
    place = page.cursorRect(page.textCursor()).center()
    place.setX(place.x() + 20)
    with qtbot.waitSignal(page.chosen) as told:
        qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["dag"]
    QToolTip.hideText()


def test_every_look_is_painted_in_its_own_way(qtbot: QtBot) -> None:
    page = show(qtbot, PageText(), 700, 500)
    page.show_document(document())
    start = page.shown.text.index("12 maart 2019")
    pictures = set()
    for look in Look:
        page.show_marks([Mark("dag", start, start + 13, look)])
        picture = page.viewport().grab().toImage().convertToFormat(page.grab().toImage().Format.Format_Grayscale8)
        pictures.add(bytes(picture.constBits()))
    assert len(pictures) == len(Look)


def test_a_long_document_is_there_at_once_and_scrolls(qtbot: QtBot) -> None:
    line = "Op 24 september 2013 heeft de intern begeleider zorgen gemeld over Noor, toen in groep 1. " * 4
    many = 3_000
    long = document((line,) * many, (BlockKind.PARAGRAPH,) * many)
    page = show(qtbot, PageText(), 700, 700)
    before = time.perf_counter()
    page.show_document(long)
    page.show_marks([Mark(str(n), n * (len(line) + 1) + 3, n * (len(line) + 1) + 20, Look.OPEN) for n in range(many)])
    page.bring(len(long.text) - 60, len(long.text) - 50)
    page.viewport().repaint()
    assert len(long.text) > 1_000_000
    assert time.perf_counter() - before < 5
    assert page.verticalScrollBar().value() > 0


def test_every_key_of_the_table_does_something(qtbot: QtBot) -> None:
    names = [keys for _, group in READER_KEYS for keys in group]
    assert len(names) == len(set(names))
    assert all(hasattr(Acts, name) for _, group in READER_KEYS for name, _ in group.values())
    assert callable(act_of)
