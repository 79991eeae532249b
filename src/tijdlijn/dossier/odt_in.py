"""OpenDocument texts (.odt, .ott) to text, from their own XML.

Page headers and footers stand at the end, each distinct line once; a note or remark stands after the paragraph that it
hangs on.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from xml.etree.ElementTree import Element

from tijdlijn.dossier import formats
from tijdlijn.dossier.docx_styles import BOLD_LEVEL, is_short_line
from tijdlijn.dossier.flow import Flow, into
from tijdlijn.dossier.notices import DELETED, EMBEDDED, HIDDEN, PICTURES
from tijdlijn.dossier.odt_styles import Styles
from tijdlijn.dossier.text_builder import TextBuilder
from tijdlijn.dossier.xml_text import Branches
from tijdlijn.exchange import archives
from tijdlijn.exchange.archives import Refusals
from tijdlijn.model.documents import BlockKind, Document

ODT = Refusals(
    damaged="{name} is beschadigd of geen OpenDocument-tekst; er is niets overgenomen. Open het in LibreOffice of Word "
    "en bewaar het opnieuw.",
    locked="{name} is beveiligd met een wachtwoord; er is niets overgenomen. Open het met het wachtwoord, bewaar het "
    "zonder en lees dat.",
    too_large="{name} is uitgepakt veel groter dan een document ooit is en is daarom niet gelezen; er is niets "
    "overgenomen. Bewaar de tekst in een nieuw document.",
    unsafe="{name} bevat een verwijzing die in een document niet hoort en is daarom niet gelezen; er is niets "
    "overgenomen. Bewaar het opnieuw vanuit LibreOffice of Word.",
)
MAX_REPEATED = 50
"""The most times that a repeated row or cell with text is written out."""

_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_NS = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    f"{_NS}office:1.0": "office",
    f"{_NS}text:1.0": "text",
    f"{_NS}table:1.0": "table",
    f"{_NS}drawing:1.0": "draw",
    f"{_NS}style:1.0": "style",
    f"{_NS}form:1.0": "form",
    f"{_NS}svg-compatible:1.0": "svg",
    f"{_NS}xsl-fo-compatible:1.0": "fo",
    f"{_NS}meta:1.0": "meta",
    "http://purl.org/dc/elements/1.1/": "dc",
}
_SPACE = re.compile(r"[ \t\r\n]+")
_MARGINS = frozenset(
    f"style:{sort}{which}" for sort in ("header", "footer") for which in ("", "-left", "-first", "-right")
)
_SKIPPED = frozenset(
    ("text:note-citation", "text:number", "text:ruby-text", "dc:creator", "dc:date", "meta:creator-initials",
     "meta:date-string", "svg:title", "svg:desc", "text:script", "text:sequence-decls", "text:variable-decls",
     "text:user-field-decls", "office:event-listeners", "text:creator-initials", "table:desc", "table:title"),
)  # fmt: skip
_EMBEDDED = frozenset(("draw:object", "draw:object-ole", "draw:plugin", "draw:applet", "math"))


def read_odt(data: bytes, name: str) -> Document:
    """The document in an OpenDocument text.

    Raises Problem when it is damaged, locked, too large, of another sort, or without text.
    """
    if not data.startswith(b"PK"):
        formats.shape_of(data, name)
        raise archives.damaged(name, ODT)
    builder = TextBuilder(name, "odt")
    with archives.opened(data, name, ODT) as archive:
        _check(archive, name)
        _read(archive, builder)
    return builder.finish()


def _check(archive: zipfile.ZipFile, name: str) -> None:
    parts = archive.namelist()
    if _MANIFEST in parts and b"encryption-data" in archives.read_part(archive, _MANIFEST, name, ODT):
        raise archives.locked(name, ODT)
    if "mimetype" in parts and b"opendocument.text" not in archives.read_part(archive, "mimetype", name, ODT)[:200]:
        raise archives.damaged(name, ODT)


def _read(archive: zipfile.ZipFile, builder: TextBuilder) -> None:
    styles = Styles()
    lines: dict[str, None] = {}

    def take(parent: str, element: Element) -> None:
        if parent != "style:master-page":
            styles.take(element)
        elif element.tag in _MARGINS:
            flow = Flow(lambda piece: lines.setdefault(piece.line.strip()))
            _Story(flow, builder, styles, is_margin=True).inside(element)
            flow.finish()

    if _STYLES in archive.namelist():
        parents = frozenset(("office:styles", "office:automatic-styles", "style:master-page"))
        Branches(builder.name, ODT, _PREFIXES, parents).read(archive, _STYLES, take)
    flow = Flow(into(builder))
    story = _Story(flow, builder, styles)

    def take_text(parent: str, element: Element) -> None:
        if parent == "office:text":
            story.read(element)
        else:
            styles.take(element)

    parents = frozenset(("office:automatic-styles", "office:text"))
    Branches(builder.name, ODT, _PREFIXES, parents).read(archive, _CONTENT, take_text)
    flow.finish()
    for line in lines:
        builder.margin(line)


class _Story:
    """Reads the elements of a text, one after another, as running text."""

    def __init__(self, flow: Flow, builder: TextBuilder, styles: Styles, is_margin: bool = False) -> None:
        self._flow = flow
        self._builder = builder
        self._styles = styles
        self._is_margin = is_margin
        self._after_space = True
        self._depth = 0
        """How many paragraphs are open around the element, within the box or note that it stands in."""
        self._handlers: dict[str, Callable[[Element], None]] = {
            "text:p": self._paragraph,
            "text:h": self._paragraph,
            "text:span": self._span,
            "text:section": self._section,
            "text:s": self._spaces,
            "text:tab": lambda _: self._sign("\t"),
            "text:line-break": lambda _: self._sign("\n"),
            "text:hidden-text": self._hidden,
            "text:hidden-paragraph": lambda _: self._builder.notice(HIDDEN),
            "text:tracked-changes": self._changes,
            "text:note-body": self._note,
            "office:annotation": self._note,
            "draw:text-box": self._box,
            "draw:custom-shape": self._box,
            "draw:rect": self._box,
            "draw:ellipse": self._box,
            "draw:line": self._box,
            "draw:image": self._picture,
            "table:table": self._table,
            "table:table-row": self._row,
            "table:table-cell": self._cell,
            "table:covered-table-cell": self._covered,
            "office:forms": self._forms,
        }

    def read(self, element: Element) -> None:
        """One element, whatever it is."""
        tag = element.tag
        handler = self._handlers.get(tag)
        if handler is not None:
            handler(element)
        elif tag in _EMBEDDED:
            self._builder.notice(EMBEDDED)
        elif tag not in _SKIPPED and not tag.endswith("-source"):
            self.inside(element)

    def inside(self, element: Element) -> None:
        """All that stands in an element; text of its own counts only within a paragraph."""
        for child in element:
            self.read(child)

    def _said(self, element: Element) -> None:
        """What an element within a paragraph says."""
        self._add(element.text)
        for child in element:
            if child.tag in self._handlers or child.tag in _SKIPPED or child.tag in _EMBEDDED or _is_container(child):
                self.read(child)
            else:
                self._said(child)
            self._add(child.tail)

    def _add(self, text: str | None) -> None:
        if not text:
            return
        text = _SPACE.sub(" ", text)
        if self._after_space:
            text = text.removeprefix(" ")
        if text:
            self._after_space = text.endswith(" ")
            self._flow.add(text)

    def _sign(self, sign: str) -> None:
        self._flow.add(sign)
        self._after_space = False

    def _paragraph(self, element: Element) -> None:
        style = element.get("text:style-name", "")
        self._after_space = True
        if self._styles.is_hidden(style):
            self._builder.notice(HIDDEN)
        self._depth += 1
        self._said(element)
        self._depth -= 1
        level = self._styles.level(style)
        if element.tag == "text:h":
            said = element.get("text:outline-level", "1")
            level = int(said) if said.isdecimal() and len(said) < 3 else 1
        elif not level and self._is_bold_line(element, style):
            level = BOLD_LEVEL
        self._flow.end_paragraph(level)
        self._after_space = True

    def _is_bold_line(self, element: Element, style: str) -> bool:
        if not is_short_line("".join(element.itertext())):
            return False
        if self._styles.is_bold(style):
            return True
        loose = (element.text or "") + "".join(child.tail or "" for child in element)
        spans = [child for child in element if "".join(child.itertext()).strip()]
        bold = all(span.tag == "text:span" and self._styles.is_bold(span.get("text:style-name", "")) for span in spans)
        return bool(spans) and bold and not loose.strip()

    def _span(self, element: Element) -> None:
        if self._styles.is_hidden(element.get("text:style-name", "")):
            self._builder.notice(HIDDEN)
        self._said(element)

    def _section(self, element: Element) -> None:
        if element.get("text:display", "true") in ("none", "condition"):
            self._builder.notice(HIDDEN)
        self.inside(element)

    def _spaces(self, element: Element) -> None:
        self._sign(" " * min(_count(element, "text:c"), 100))

    def _hidden(self, element: Element) -> None:
        self._builder.notice(HIDDEN)
        self._said(element)
        if not "".join(element.itertext()).strip():
            self._add(element.get("text:string-value"))

    def _changes(self, element: Element) -> None:
        if any("".join(part.itertext()).strip() for part in element.iter("text:deletion")):
            self._builder.notice(DELETED)

    def _note(self, element: Element) -> None:
        self._aside(element, BlockKind.NOTE)

    def _box(self, element: Element) -> None:
        self._aside(element, BlockKind.PARAGRAPH)
        if not self._depth:
            self._flow.end_paragraph()

    def _aside(self, element: Element, kind: BlockKind) -> None:
        outer, self._depth = (self._after_space, self._depth), 0
        self._flow.begin_aside(kind)
        self.inside(element)
        self._flow.end_aside()
        self._after_space, self._depth = outer

    def _picture(self, element: Element) -> None:
        if not self._is_margin:
            self._builder.notice(PICTURES)
        self.inside(element)

    def _table(self, element: Element) -> None:
        self._flow.begin_table()
        self.inside(element)
        self._flow.end_table()

    def _row(self, element: Element) -> None:
        says_something = any((text or "").strip() for text in element.itertext())
        times = min(_count(element, "table:number-rows-repeated"), MAX_REPEATED) if says_something else 1
        for _ in range(times):
            self._flow.begin_row()
            self.inside(element)
            self._flow.end_row()

    def _cell(self, element: Element) -> None:
        times = _count(element, "table:number-columns-repeated")
        if not any((text or "").strip() for text in element.itertext()):
            self._flow.skip_cells(times)
            return
        for _ in range(min(times, MAX_REPEATED)):
            self._flow.begin_cell()
            self.inside(element)
            self._flow.end_cell()

    def _covered(self, element: Element) -> None:
        self._flow.skip_cells(_count(element, "table:number-columns-repeated"), covered=True)

    def _forms(self, element: Element) -> None:
        """What was filled in on a form."""
        for field in element.iter():
            if field.tag.startswith("form:") and field.tag not in ("form:hidden", "form:password", "form:button"):
                said = field.get("form:current-value") or ""
                if said.strip():
                    self._flow.add(said)
                    self._flow.end_paragraph()


def _is_container(element: Element) -> bool:
    """Whether an element within a paragraph holds paragraphs of its own instead of text."""
    return any(child.tag in ("text:p", "text:h", "draw:text-box", "text:note-body") for child in element)


def _count(element: Element, name: str) -> int:
    said = element.get(name, "1")
    return max(int(said), 1) if said.isdecimal() and len(said) < 10 else 1
