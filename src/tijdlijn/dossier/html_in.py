"""Web pages and formatted mails to text: what a page shows, without fetching anything it refers to.

The rule: the structure comes from the elements alone; scripts and styles are no text. Pages are often broken, so what
is not closed is closed where the next thing begins.
"""

from __future__ import annotations

import codecs
import re
from html.parser import HTMLParser
from itertools import pairwise

from tijdlijn.dossier.docx_styles import BOLD_LEVEL, is_short_line
from tijdlijn.dossier.flow import Flow, into
from tijdlijn.dossier.notices import DELETED, EMBEDDED, HIDDEN, PICTURES
from tijdlijn.dossier.text_builder import TextBuilder
from tijdlijn.exchange.decoding import decoded
from tijdlijn.model.documents import Document
from tijdlijn.model.problems import Problem

MAX_TAG = 2_000
"""How far from its beginning a tag may end when another begins before that."""

_SPACE = re.compile(r"[ \t\r\n\f]+")
_SECTION = re.compile(r"<!\[[^<>]{0,200}(?<!--)>")
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_SILENT = frozenset(("script", "style", "title", "template", "svg", "iframe", "audio", "video", "canvas", "datalist"))
_BLOCKS = frozenset(
    ("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "section", "article", "header", "footer", "blockquote", "pre",
     "fieldset", "form", "address", "figure", "figcaption", "main", "nav", "aside", "center", "caption", "body", "html",
     "details", "summary", "legend", "option", "hr", "head", "dir", "menu", "textarea", "select", "optgroup"),
)  # fmt: skip
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_BOLD = frozenset(("b", "strong"))
_CELLS = frozenset(("td", "th"))
_FIELDS = frozenset(("text", "date", "datetime-local", "month", "week", "time", "number", "search", "tel", "email", ""))
_WINDOWS = frozenset(("iso8859-1", "ascii", "latin-1"))
"""What browsers read as Windows-1252, whatever a page says."""


def read_html(data: bytes, name: str) -> Document:
    """The document on a web page. Raises Problem when there is no text on it, or when it is no page."""
    try:
        text = _decoded(data)
    except UnicodeError:
        raise Problem(f"{name} is geen leesbare webpagina, of beschadigd; er is niets overgenomen.") from None
    builder = TextBuilder(name, "html")
    text = _ended(text)
    page = _Page(builder, text)
    page.feed(text)
    page.close()
    page.finish()
    return builder.finish()


def _decoded(data: bytes) -> str:
    said = _CHARSET.search(data[:4096])
    if said is not None and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            encoding = codecs.lookup(said[1].decode("ascii")).name
            if not encoding.startswith(("utf-16", "utf-32")):
                return data.decode("cp1252" if encoding in _WINDOWS else encoding)
        except (LookupError, ValueError, TypeError, AttributeError, OSError):
            pass
    return decoded(data)


def _ended(text: str) -> str:
    """The page without the conditions of Office, and with every `<` that begins nothing written as text.

    The parser of the library fails on the first when damaged, and looks for the end of the second time and again.
    """
    text = _SECTION.sub("", text).replace("<![", "&lt;![")
    last_comment, end, kept = text.rfind("-->"), -1, 0
    parts: list[str] = []
    places = [found.start() for found in re.finditer("<", text)]
    for at, after in pairwise([*places, len(text)]):
        if end < at:
            end = text.find(">", at)
            end = len(text) if end < 0 else end
        begins_comment = text.startswith("<!--", at)
        if at > last_comment if begins_comment else (after < end and end - at > MAX_TAG):
            parts.extend((text[kept:at], "&lt;"))
            kept = at + 1
    return "".join((*parts, text[kept:]))


class _Page(HTMLParser):
    """Follows the elements of a page."""

    def __init__(self, builder: TextBuilder, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self._builder = builder
        self._flow = Flow(into(builder))
        lowered = text.lower()
        self._skipped = _SILENT | {tag for tag in ("del",) if lowered.count(f"<{tag}") == lowered.count(f"</{tag}>")}
        self._skipping: list[str] = []
        self._verbatim = 0
        self._heading = 0
        self._bold = 0
        self._line = ""
        self._is_bold_line = True

    def finish(self) -> None:
        """The page is complete."""
        self._end_line()
        self._flow.finish()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "body":
            self._skipping.clear()
        if self._skipping:
            if tag == self._skipping[-1] and tag not in ("script", "style"):
                self._skipping.append(tag)
        elif tag in self._skipped:
            self._skipping.append(tag)
        else:
            self._tell_of(tag, given)
            self._start(tag, given)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self._skipped:
            self.handle_starttag(tag, attrs)
            if tag in self._void_ends:
                self.handle_endtag(tag)

    _void_ends = frozenset(("td", "th", "b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "textarea"))

    def handle_endtag(self, tag: str) -> None:
        if self._skipping:
            if tag == self._skipping[-1] or tag in ("body", "html"):
                self._skipping.pop()
            return
        if tag in _BOLD:
            self._bold = max(self._bold - 1, 0)
        elif tag in _BLOCKS:
            self._end_line()
            self._verbatim = max(self._verbatim - (tag in ("pre", "textarea")), 0)
        elif tag in _HEADINGS:
            self._end_line()
            self._heading = 0
        elif tag in _CELLS:
            self._end_line()
            self._flow.end_cell()
        elif tag == "tr":
            self._end_line()
            self._flow.end_row()
        elif tag == "table":
            self._end_line()
            self._flow.end_table()

    def handle_data(self, data: str) -> None:
        if self._skipping:
            if self._skipping[-1] == "del" and data.strip():
                self._builder.notice(DELETED)
            return
        if not self._verbatim:
            data = _SPACE.sub(" ", data)
            if not self._line or self._line[-1] in " \n":
                data = data.lstrip(" ")
        if data:
            self._add(data)

    def unknown_decl(self, data: str) -> None:
        """A section of a page made by Office; nothing of it is shown."""

    def _start(self, tag: str, given: dict[str, str]) -> None:
        if tag == "br":
            self._add("\n")
        elif tag in _BOLD:
            self._bold += 1
        elif tag in _BLOCKS:
            self._end_line()
            self._verbatim += tag in ("pre", "textarea")
            self._heading = 0 if tag == "p" else self._heading
        elif tag in _HEADINGS:
            self._end_line()
            self._heading = int(tag[1])
        elif tag in ("table", "tr") or tag in _CELLS:
            self._end_line()
            self._start_table(tag, given.get("colspan", "1"))
        elif tag == "input" and given.get("type", "").lower() in _FIELDS and given.get("value", "").strip():
            self._add(f" {given['value']} ")

    def _start_table(self, tag: str, span: str) -> None:
        self._heading = 0
        if tag == "table":
            self._flow.begin_table()
        elif tag == "tr":
            self._flow.begin_row()
        else:
            self._flow.begin_cell(int(span) if span.isdecimal() and len(span) < 4 else 1)

    def _tell_of(self, tag: str, given: dict[str, str]) -> None:
        if "hidden" in given or _NOT_SHOWN.search(given.get("style", "")):
            self._builder.notice(HIDDEN)
        if tag == "img" and given.get("width", "") not in ("0", "1"):
            self._builder.notice(PICTURES)
        elif tag in ("object", "embed"):
            self._builder.notice(EMBEDDED)

    def _add(self, text: str) -> None:
        self._flow.add(text)
        self._line = (self._line + text)[-200:]
        if text.strip() and not self._bold:
            self._is_bold_line = False

    def _end_line(self) -> None:
        is_bold_heading = self._is_bold_line and is_short_line(self._line)
        self._flow.end_paragraph(self._heading or (BOLD_LEVEL if is_bold_heading else 0))
        self._line, self._is_bold_line = "", True
