"""Word documents (.docx, .docm, .dotx) to text, from their own XML.

The usual libraries do not see tracked insertions, text boxes, content controls, headers and notes (design 7, 11). Page
headers and footers stand at the end, each distinct line once; a note stands after the paragraph that refers to it.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tijdlijn.dossier import formats
from tijdlijn.dossier.docx_story import NOTES, Story
from tijdlijn.dossier.docx_styles import Styles
from tijdlijn.dossier.flow import Flow, Piece, into, pieces_of
from tijdlijn.dossier.html_in import read_html
from tijdlijn.dossier.notices import EMBEDDED
from tijdlijn.dossier.rtf_in import read_rtf
from tijdlijn.dossier.text_builder import TextBuilder
from tijdlijn.dossier.text_in import read_text
from tijdlijn.dossier.xml_text import Branches
from tijdlijn.exchange import archives
from tijdlijn.exchange.archives import Refusals
from tijdlijn.model.documents import BlockKind, Document
from tijdlijn.model.problems import Problem

WORD = Refusals(
    damaged="{name} is beschadigd of geen Word-document; er is niets overgenomen. Open het in Word of LibreOffice en "
    "bewaar het opnieuw.",
    locked="{name} is beveiligd met een wachtwoord; er is niets overgenomen. Open het met het wachtwoord, bewaar het "
    "zonder en lees dat.",
    too_large="{name} is uitgepakt veel groter dan een document ooit is en is daarom niet gelezen; er is niets "
    "overgenomen. Bewaar de tekst in een nieuw document.",
    unsafe="{name} bevat een verwijzing die in een document niet hoort en is daarom niet gelezen; er is niets "
    "overgenomen. Bewaar het opnieuw vanuit Word of LibreOffice.",
)
_PICTURES_ONLY = "{name} bevat geen tekst, alleen afbeeldingen (een scan?); er is niets overgenomen."
_MAIN = "word/document.xml"
_EMBEDDED_READERS = {
    "html": read_html,
    "htm": read_html,
    "xhtml": read_html,
    "rtf": read_rtf,
    "txt": read_text,
}
_OFFICE = "schemas.openxmlformats.org"
_PREFIXES = {
    f"http://{_OFFICE}/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    f"http://{_OFFICE}/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    f"http://{_OFFICE}/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    f"http://{_OFFICE}/markup-compatibility/2006": "mc",
    f"http://{_OFFICE}/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing": "wp14",
    f"http://{_OFFICE}/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    f"http://{_OFFICE}/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    f"http://{_OFFICE}/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    f"http://{_OFFICE}/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}


def read_docx(data: bytes, name: str) -> Document:
    """The document in a Word file.

    Raises Problem when it is damaged, locked, too large, of another sort, or without text.
    """
    return _read(data, name, depth=0)


def _read(data: bytes, name: str, depth: int) -> Document:
    if not data.startswith(b"PK"):
        formats.shape_of(data, name)
        raise archives.damaged(name, WORD)
    builder = TextBuilder(name, "docx")
    with archives.opened(data, name, WORD) as archive:
        package = _Package(archive, builder, depth)
        package.read()
    if builder.is_empty and package.has_pictures:
        raise Problem(_PICTURES_ONLY.format(name=name))
    return builder.finish()


@dataclass(frozen=True, slots=True)
class _Relation:
    sort: str
    part: str


class _Package:
    """The parts of one file and what of them was read."""

    def __init__(self, archive: zipfile.ZipFile, builder: TextBuilder, depth: int) -> None:
        self._archive = archive
        self._names = frozenset(archive.namelist())
        self._builder = builder
        self._depth = depth
        self._main = self._main_part()
        self._relations = self._relations_of(self._main)
        self._notes: dict[tuple[str, str], Element] = {}
        self._styles = Styles()

    @property
    def has_pictures(self) -> bool:
        """Whether there are pictures in the file."""
        return any(relation.sort == "image" for relation in self._relations.values())

    def read(self) -> None:
        """All of it, into the builder."""
        for part in self._parts("styles"):
            self._branches("w:styles").read(self._archive, part, self._styles.take)
        for sort in NOTES.values():
            for part in self._parts(sort):
                self._read_notes(sort, part)
        flow = Flow(into(self._builder))
        story = Story(flow, self, self._styles)
        self._branches("w:body").read(self._archive, self._main, lambda _, element: story.read(element))
        flow.finish()
        for note in self._notes.values():
            story.read_note(note)
        flow.finish()
        self._read_margins()

    def note(self, sort: str, number: str) -> Element | None:
        """A note or comment, the first time that it is asked for."""
        return self._notes.pop((sort, number), None)

    def notice(self, sentence: str) -> None:
        """Something that could not be read or was left out."""
        self._builder.notice(sentence)

    def lines_of(self, relation: str) -> Iterable[Piece]:
        """What a part says that is shown as it is."""
        found = self._relations.get(relation)
        if found is None or found.part not in self._names:
            return ()
        if found.sort == "diagramData":
            return self._diagram(found.part)
        return self._embedded(found.part)

    def _diagram(self, part: str) -> list[Piece]:
        """The texts of a diagram, one for each of its shapes."""
        found: list[Piece] = []

        def take(_parent: str, element: Element) -> None:
            for paragraph in element.iter("a:p"):
                said = "".join(text.text or "" for text in paragraph.iter("a:t"))
                found.append(Piece(BlockKind.PARAGRAPH, said))

        self._branches("dgm:ptLst").read(self._archive, part, take)
        return found

    def _embedded(self, part: str) -> Iterable[Piece]:
        """Another document that was inserted as a file, and is shown as part of this one."""
        data = archives.read_part(self._archive, part, self._builder.name, WORD)
        ending = posixpath.splitext(part)[1].lstrip(".").lower()
        try:
            if ending in ("docx", "docm", "dotx") and not self._depth:
                document = _read(data, self._builder.name, depth=1)
            else:
                document = _EMBEDDED_READERS[ending](data, self._builder.name)
        except (Problem, KeyError):
            self.notice(EMBEDDED)
            return ()
        for sentence in document.notices:
            self.notice(sentence)
        return pieces_of(document)

    def _read_notes(self, sort: str, part: str) -> None:
        def take(_parent: str, element: Element) -> None:
            if element.get("w:type", "normal") == "normal":
                self._notes[sort, element.get("w:id", "")] = element

        self._branches(f"w:{sort}").read(self._archive, part, take)

    def _read_margins(self) -> None:
        lines: dict[str, None] = {}
        for sort, root in (("header", "w:hdr"), ("footer", "w:ftr")):
            for part in self._parts(sort):
                for line in self._margin(part, root):
                    lines.setdefault(line)
        for line in lines:
            self._builder.margin(line)

    def _margin(self, part: str, root: str) -> list[str]:
        lines: list[str] = []
        flow = Flow(lambda piece: lines.append(piece.line.strip()))
        outer, self._relations = self._relations, self._relations_of(part)
        story = Story(flow, self, self._styles, is_margin=True)
        self._branches(root).read(self._archive, part, lambda _, element: story.read(element))
        flow.finish()
        self._relations = outer
        return lines

    def _branches(self, parent: str) -> Branches:
        return Branches(self._builder.name, WORD, _PREFIXES, frozenset((parent,)))

    def _parts(self, sort: str) -> list[str]:
        found = {relation.part: None for relation in self._relations.values() if relation.sort == sort}
        return [part for part in found if part in self._names]

    def _main_part(self) -> str:
        for relation in self._relations_of("").values():
            if relation.sort == "officeDocument" and relation.part in self._names:
                return relation.part
        return _MAIN

    def _relations_of(self, part: str) -> dict[str, _Relation]:
        """Which other parts a part uses, by the name that it has for them."""
        folder, file = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        found: dict[str, _Relation] = {}

        def take(_parent: str, element: Element) -> None:
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", ""))).lstrip("/")
                found[element.get("Id", "")] = _Relation(posixpath.basename(element.get("Type", "")), target)

        if relations in self._names:
            self._branches("Relationships").read(self._archive, relations, take)
        return found
