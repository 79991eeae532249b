"""The elements of a Word document, one after another, as running text.

The rule: what a reader of the document sees, also by opening a balloon, a note or a box, is read, once; what somebody
deleted with changes tracked is not, and a notice says so. An element that is not known is looked into.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol
from xml.etree.ElementTree import Element

from tijdlijn.dossier.docx_styles import Styles, is_hidden, value
from tijdlijn.dossier.flow import Flow, Piece
from tijdlijn.dossier.notices import DELETED, EMBEDDED, HIDDEN, PICTURES
from tijdlijn.dossier.xml_text import at
from tijdlijn.model.documents import BlockKind

NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes", "w:commentReference": "comments"}
_SKIPPED = frozenset(
    ("w:pPr", "w:rPr", "w:tblPr", "w:tblGrid", "w:tblPrEx", "w:trPr", "w:tcPr", "w:sdtPr", "w:sectPr", "w:instrText",
     "w:delInstrText", "w:rt", "w:rubyPr", "w:fldData", "w:ffData", "wp:docPr", "w:annotationRef", "w:footnoteRef",
     "w:endnoteRef", "wp:positionH", "wp:positionV", "wp14:sizeRelH", "wp14:sizeRelV"),
)  # fmt: skip
_SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:softHyphen": ""}
_EMBEDDED = frozenset(("o:OLEObject", "c:chart", "w:subDoc", "w:control", "w:contentPart"))
_PICTURES = frozenset(("pic:pic", "v:imagedata"))


class Package(Protocol):
    """What a story asks of the file that it stands in."""

    def note(self, sort: str, number: str) -> Element | None:
        """A foot- or endnote or comment, the first time that it is asked for."""

    def lines_of(self, relation: str) -> Iterable[Piece]:
        """What a part says that is shown as it is: another document, a diagram."""

    def notice(self, sentence: str) -> None:
        """Something that could not be read or was left out."""


class Story:
    """Reads elements into a flow."""

    def __init__(self, flow: Flow, package: Package, styles: Styles, is_margin: bool = False) -> None:
        self._flow = flow
        self._package = package
        self._styles = styles
        self._is_margin = is_margin
        self._fields: list[bool] = []
        """Of each open field whether its code is being read, which is not shown."""
        self._handlers: dict[str, Callable[[Element], None]] = {
            "w:p": self._paragraph,
            "w:r": self._run,
            "w:t": self._text,
            "m:t": self._text,
            "w:sym": self._symbol,
            "w:del": self._deleted,
            "w:moveFrom": self._deleted,
            "w:delText": self._deleted,
            "w:fldChar": self._field,
            "w:tbl": self._table,
            "w:tr": self._row,
            "w:tc": self._cell,
            "mc:AlternateContent": self._alternatives,
            "w:txbxContent": self._box,
            "v:textpath": self._word_art,
            "w:altChunk": self._part,
            "dgm:relIds": self._part,
        }

    def read(self, element: Element) -> None:
        """One element, whatever it is."""
        tag = element.tag
        handler = self._handlers.get(tag)
        if handler is not None:
            handler(element)
        elif tag in _SIGNS:
            self._flow.add(_SIGNS[tag])
        elif tag in NOTES:
            self._note(NOTES[tag], element)
        elif tag in _PICTURES or tag in _EMBEDDED:
            self._not_read(element)
        elif tag not in _SKIPPED:
            self._inside(element)

    def _inside(self, element: Element) -> None:
        for child in element:
            self.read(child)

    def _paragraph(self, element: Element) -> None:
        self._inside(element)
        self._fields.clear()
        if at(element, "w:pPr/w:rPr/w:del") is None:
            self._flow.end_paragraph(self._styles.level(element))

    def _run(self, element: Element) -> None:
        if is_hidden(element) and element.find("w:t") is not None:
            self._package.notice(HIDDEN)
        self._inside(element)

    def _text(self, element: Element) -> None:
        if not any(self._fields):
            self._flow.add(element.text or "")

    def _symbol(self, element: Element) -> None:
        try:
            self._flow.add(chr(int(element.get("w:char", ""), 16)))
        except (ValueError, OverflowError):
            self._flow.add(" ")

    def _deleted(self, element: Element) -> None:
        if any((part.text or "").strip() for part in element.iter() if part.tag in ("w:t", "w:delText")):
            self._package.notice(DELETED)
        for part in element.iter():
            if part.tag in NOTES:
                self._package.note(NOTES[part.tag], part.get("w:id", ""))

    def _field(self, element: Element) -> None:
        step = element.get("w:fldCharType", "")
        if step == "begin":
            self._chosen(element)
            self._fields.append(True)
        elif step == "separate" and self._fields:
            self._fields[-1] = False
        elif step == "end" and self._fields:
            self._fields.pop()

    def _chosen(self, element: Element) -> None:
        """The answer of an old form field that stands in its properties: a list, a box to tick."""
        box = at(element, "w:ffData/w:checkBox")
        choices = at(element, "w:ffData/w:ddList")
        if box is not None:
            state = box.find("w:checked") if box.find("w:checked") is not None else box.find("w:default")
            self._flow.add("☐" if state is None or state.get("w:val", "1") in ("0", "false", "off") else "☒")
        elif choices is not None:
            entries = choices.findall("w:listEntry")
            number = value(choices.find("w:result")) or value(choices.find("w:default")) or "0"
            if number.isdecimal() and int(number[:6]) < len(entries):
                self._flow.add(value(entries[int(number[:6])]))

    def _table(self, element: Element) -> None:
        self._flow.begin_table()
        self._inside(element)
        self._flow.end_table()

    def _row(self, element: Element) -> None:
        if at(element, "w:trPr/w:del") is not None:
            self._deleted(element)
            return
        self._flow.begin_row()
        self._flow.skip_cells(_number(value(at(element, "w:trPr/w:gridBefore")), 0), covered=True)
        self._inside(element)
        self._flow.end_row()

    def _cell(self, element: Element) -> None:
        if at(element, "w:tcPr/w:cellDel") is not None:
            self._deleted(element)
            return
        self._flow.begin_cell(_number(value(at(element, "w:tcPr/w:gridSpan")), 1))
        self._inside(element)
        self._flow.end_cell()

    def _alternatives(self, element: Element) -> None:
        """One of the ways in which the file says the same: the first that has text, else the first."""
        ways = [child for child in element if child.tag in ("mc:Choice", "mc:Fallback")]
        said = [way for way in ways if any((part.text or "").strip() for part in way.iter("w:t"))]
        for way in (said or ways)[:1]:
            self._inside(way)

    def _box(self, element: Element) -> None:
        fields, self._fields = self._fields, []
        self._flow.begin_aside(BlockKind.PARAGRAPH)
        self._inside(element)
        self._flow.end_aside()
        self._fields = fields

    def _note(self, sort: str, element: Element) -> None:
        note = self._package.note(sort, element.get("w:id", ""))
        if note is not None:
            self.read_note(note)

    def read_note(self, note: Element) -> None:
        """A note, after the paragraph that is open."""
        fields, self._fields = self._fields, []
        self._flow.begin_aside(BlockKind.NOTE)
        self._inside(note)
        self._flow.end_aside()
        self._fields = fields

    def _word_art(self, element: Element) -> None:
        self._flow.add(f" {element.get('string', '')} ")

    def _part(self, element: Element) -> None:
        self._flow.begin_aside(BlockKind.PARAGRAPH)
        for piece in self._package.lines_of(element.get("r:id") or element.get("r:dm") or ""):
            self._flow.put(piece)
        self._flow.end_aside()
        if element.tag == "w:altChunk":
            self._flow.end_paragraph()

    def _not_read(self, element: Element) -> None:
        if element.tag in _EMBEDDED:
            self._package.notice(EMBEDDED)
        elif not self._is_margin:
            self._package.notice(PICTURES)


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else otherwise
