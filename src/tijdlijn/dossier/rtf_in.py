"""Rich text (.rtf) to text: body, tables, notes, remarks, text boxes, headers and footers.

The rule: a group that is not known and says that it may be skipped is skipped, any other is read. Numbers of lists and
what is kept twice for older programs is left out, so that nothing is read double.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tijdlijn.dossier import formats
from tijdlijn.dossier.docx_styles import BOLD_LEVEL, is_short_line, named_level
from tijdlijn.dossier.flow import Flow, into
from tijdlijn.dossier.notices import BROKEN_OFF, DELETED, EMBEDDED, HIDDEN, PICTURES
from tijdlijn.dossier.rtf_tokens import Sort, Token, codec_of, codec_of_charset, tokens
from tijdlijn.dossier.rtf_words import LOOKED_INTO, MARGINS, PARAGRAPH_ENDS, PLAIN_SIGNS, SIGNS, SILENT
from tijdlijn.dossier.text_builder import TextBuilder
from tijdlijn.model.documents import BlockKind, Document

MAX_GROUPS_DEEP = 500


def read_rtf(data: bytes, name: str) -> Document:
    """The document in a rich text file. Raises Problem when it is of another sort, or without text."""
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.startswith(b"{\\rtf"):
        formats.shape_of(data, name)
        raise formats.damaged(name)
    builder = TextBuilder(name, "rtf")
    reader = _Reader(builder)
    for token in tokens(start):
        reader.take(token)
        if reader.is_done:
            break
    reader.finish()
    return builder.finish()


@dataclass(slots=True)
class _Group:
    """What holds within a group of the file, and goes back to what it was after it."""

    place: str = "body"
    """Which sort of text this is: body, silent, fonts, styles, or props (only control words count)."""
    codec: str = ""
    skip: int = 1
    is_deleted: bool = False
    is_hidden: bool = False
    is_bold: bool = False
    at_end: Callable[[], None] | None = None


@dataclass(slots=True)
class _Spot:
    """Where the text stands: what its paragraph says of itself, and which tables are open around it."""

    level: int = 0
    in_table: bool = False
    row_is_said: bool = False
    """Whether a row was announced that is not complete: some programs do not mark its paragraphs."""
    nesting: int = 1
    tables: int = 0
    cell_is_open: bool = False
    line: str = ""
    is_bold: bool = True


class _Reader:
    """Follows the pieces of a file."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self._body = Flow(into(builder))
        self._flow = self._body
        self._margins: dict[str, None] = {}
        self._groups: list[_Group] = []
        self._group = _Group()
        self._may_skip = False
        self._is_first = False
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._styles: dict[int, int] = {}
        self._font = self._style = 0
        self._style_name = ""
        self._bytes = bytearray()
        self._high = 0
        self._to_skip = 0
        self._spot = _Spot()
        self.is_done = False

    def take(self, token: Token) -> None:
        """The next piece."""
        if token.sort is Sort.OPEN:
            self._open()
        elif token.sort is Sort.CLOSE:
            self._close()
        elif self._to_skip and (token.sort is Sort.SIGN or token.word in SIGNS):
            self._to_skip -= 1
        elif token.sort is Sort.BYTES:
            self._take_bytes(token)
        elif token.sort is Sort.SIGN:
            self._take_sign(token.word)
        else:
            self._to_skip = 0
            self._word(token.word, token.number)
            self._may_skip = self._is_first = False

    def finish(self) -> None:
        """The file is complete, or breaks off."""
        self._flush()
        if self._groups:
            self._builder.notice(BROKEN_OFF)
        while self._groups:
            self._close()
        self._end_paragraph()
        self._body.finish()
        for line in self._margins:
            self._builder.margin(line)

    def _open(self) -> None:
        self._flush()
        self._to_skip = 0
        if len(self._groups) > MAX_GROUPS_DEEP:
            raise formats.damaged(self._builder.name)
        self._groups.append(self._group)
        self._group = replace(self._group, at_end=None)
        self._may_skip, self._is_first = False, True

    def _close(self) -> None:
        self._flush()
        self._to_skip = 0
        self._is_first = False
        if self._group.at_end is not None:
            self._group.at_end()
        if self._groups:
            self._group = self._groups.pop()
        self.is_done = not self._groups

    def _take_bytes(self, token: Token) -> None:
        data = token.data
        if self._to_skip:
            used = min(self._to_skip, len(data))
            self._to_skip -= used
            data = data[used:]
        if not data:
            return
        self._is_first = False
        if self._group.place in ("body", "fonts", "styles"):
            self._bytes += data

    def _take_sign(self, sign: str) -> None:
        if sign == "*":
            self._may_skip = True
        elif sign in "\r\n":
            self._word("par", None)
        elif sign in PLAIN_SIGNS:
            self._say(PLAIN_SIGNS[sign])

    def _word(self, word: str, number: int | None) -> None:
        if word == "u":
            self._unicode(number or 0)
            return
        if (self._is_first or self._may_skip) and self._destination(word):
            return
        if self._group.place == "silent":
            return
        self._flush()
        if word in SIGNS:
            self._say(SIGNS[word])
        elif word in PARAGRAPH_ENDS:
            self._end_paragraph()
        elif not self._property(word, number) and self._group.place in ("body", "props"):
            self._cell_or_row(word)

    def _unicode(self, number: int) -> None:
        self._flush_bytes()
        self._to_skip = self._group.skip
        code = number & 0xFFFF
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000 and self._high:
            self._say(chr(0x10000 + ((self._high - 0xD800) << 10) + (code - 0xDC00)))
            self._high = 0
        else:
            self._high = 0
            self._say(chr(code))

    def _destination(self, word: str) -> bool:
        """Whether a group that begins with this word is no plain text; then it is prepared for what it is."""
        group = self._group
        if group.place == "silent" and word != "ud":
            return True
        if word in ("footnote", "annotation"):
            self._begin_aside(BlockKind.NOTE)
        elif word in ("shptxt", "dptxbxtext"):
            self._begin_aside(BlockKind.PARAGRAPH)
        elif word in MARGINS:
            self._begin_margin()
        elif word in ("fonttbl", "stylesheet"):
            group.place = "fonts" if word == "fonttbl" else "styles"
        elif word in ("pict", "object"):
            self._picture(word)
            group.place = "silent" if word == "pict" else group.place
        elif word in LOOKED_INTO:
            group.place = "props" if word in ("nesttableprops", "do", "shpinst") else "body"
        elif word in SILENT or (self._may_skip and group.place not in ("fonts", "styles")):
            group.place = "silent"
        else:
            return False
        return True

    def _picture(self, word: str) -> None:
        if word == "object":
            self._builder.notice(EMBEDDED)
        elif self._flow is self._body:
            self._builder.notice(PICTURES)

    def _begin_aside(self, kind: BlockKind) -> None:
        self._flush()
        outer, flow = self._spot, self._flow
        flow.begin_aside(kind)
        self._spot, self._group.place = _Spot(), "body"

        def at_end() -> None:
            self._end_paragraph()
            flow.end_aside()
            self._spot = outer

        self._group.at_end = at_end

    def _begin_margin(self) -> None:
        outer, flow = self._spot, self._flow
        margin = Flow(lambda piece: self._margins.setdefault(piece.line.strip()))
        self._flow = margin
        self._spot, self._group.place = _Spot(), "body"

        def at_end() -> None:
            self._end_paragraph()
            margin.finish()
            self._spot, self._flow = outer, flow

        self._group.at_end = at_end

    def _property(self, word: str, number: int | None) -> bool:
        """Whether the word changes what holds from here on."""
        group = self._group
        is_on = number is None or number != 0
        if word in ("deleted", "mvf"):
            group.is_deleted = is_on
        elif word == "v":
            group.is_hidden = is_on
        elif word == "b":
            group.is_bold = is_on
        elif word == "plain":
            group.is_deleted = group.is_hidden = group.is_bold = False
            group.codec = ""
        elif word == "uc":
            group.skip = min(max(number or 0, 0), 10)
        elif word in ("ansicpg", "mac", "pc", "pca"):
            self._codec = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}.get(word) or codec_of(number or 1252)
        elif word in ("f", "fcharset", "s"):
            self._font_or_style(word, number or 0)
        else:
            return self._paragraph_property(word, number)
        return True

    def _paragraph_property(self, word: str, number: int | None) -> bool:
        spot = self._spot
        if self._group.place != "body":
            return False
        if word == "pard":
            spot.level, spot.in_table, spot.nesting = 0, False, 1
        elif word == "intbl":
            spot.in_table = True
        elif word == "trowd":
            spot.row_is_said = True
        elif word == "itap":
            spot.nesting = min(max(number or 0, 0), 30)
            spot.in_table = spot.nesting > 0
        elif word == "outlinelevel":
            spot.level = (number or 0) + 1 if 0 <= (number or 0) < 9 else 0
        else:
            return False
        return True

    def _font_or_style(self, word: str, number: int) -> None:
        if word == "fcharset":
            self._fonts[self._font] = codec_of_charset(number, "")
        elif word == "f":
            self._font = number
            if self._group.place != "fonts":
                self._group.codec = self._fonts.get(number, "")
        elif self._group.place == "styles":
            self._style = number
        else:
            self._spot.level = self._styles.get(number, self._spot.level)

    def _flush(self) -> None:
        self._flush_bytes()
        self._high = 0

    def _flush_bytes(self) -> None:
        if not self._bytes:
            return
        text = bytes(self._bytes).decode(self._group.codec or self._codec, "replace")
        self._bytes.clear()
        if self._group.place == "styles":
            self._style_text(text)
        elif self._group.place == "body":
            self._say(text)

    def _style_text(self, text: str) -> None:
        self._style_name += text
        if ";" in text:
            level = named_level(self._style_name.partition(";")[0].strip())
            if level is not None:
                self._styles[self._style] = level + 1
            self._style_name, self._style = "", 0

    def _say(self, text: str) -> None:
        group = self._group
        self._flush_bytes()
        if group.place != "body":
            return
        if group.is_deleted:
            if text.strip():
                self._builder.notice(DELETED)
            return
        if group.is_hidden and text.strip():
            self._builder.notice(HIDDEN)
        self._enter()
        self._flow.add(text)
        self._spot.line = (self._spot.line + text)[-200:]
        if text.strip() and not group.is_bold:
            self._spot.is_bold = False

    def _end_paragraph(self) -> None:
        if self._group.place != "body":
            return
        self._flush()
        self._leave_to(self._wanted)
        bold = BOLD_LEVEL if self._spot.is_bold and is_short_line(self._spot.line) else 0
        self._flow.end_paragraph(self._spot.level or bold)
        self._spot.line, self._spot.is_bold = "", True

    @property
    def _wanted(self) -> int:
        """In how many tables the open paragraph stands."""
        return self._spot.nesting if self._spot.in_table else int(self._spot.row_is_said)

    def _enter(self) -> None:
        """Opens or closes tables until the text stands where its paragraph says."""
        spot, wanted = self._spot, self._wanted
        self._leave_to(wanted)
        while spot.tables < wanted:
            if spot.tables and not spot.cell_is_open:
                self._flow.begin_cell()
            self._flow.begin_table()
            self._flow.begin_cell()
            spot.tables += 1
            spot.cell_is_open = True
        if wanted and not spot.cell_is_open:
            self._flow.begin_cell()
            spot.cell_is_open = True

    def _leave_to(self, depth: int) -> None:
        while self._spot.tables > depth:
            self._flow.end_table()
            self._spot.tables -= 1
            self._spot.cell_is_open = True

    def _cell_or_row(self, word: str) -> None:
        spot = self._spot
        if word in ("cell", "nestcell"):
            spot.in_table = True
            spot.nesting = 1 if word == "cell" else max(spot.nesting, 2)
            self._enter()
            self._end_paragraph()
            self._flow.end_cell()
            spot.cell_is_open = False
        elif word == "row":
            spot.in_table, spot.nesting, spot.row_is_said = True, 1, False
            self._leave_to(1)
            self._end_row()
        elif word == "nestrow" and spot.tables > 1:
            self._end_row()

    def _end_row(self) -> None:
        if self._spot.tables:
            self._flow.end_row()
            self._spot.cell_is_open = False
