"""Text of a dossier made safe to draw: what would hide, reorder or break a line is taken out, nothing else changes.

Control, bidirectional and zero-width characters are removed (design 7, What comes in); line ends and tabs become
spaces, as a drawn text is one line. Everything else stays as typed, also what the typeface lacks: renderers show
that as the empty box of the font. Paragraphs are cleaned with `plain_lines`, which keeps their line ends.
"""

from __future__ import annotations

import re
import unicodedata

from tijdlijn.drawing.primitives import Face
from tijdlijn.drawing.text_metrics import advances

_LINE_END = re.compile("\r\n|[\r\n\v\f\u0085\u2028\u2029]")
_REPLACED = "\ufffd"


def plain(text: str) -> str:
    """The text as one line without invisible characters, in composed form (NFC)."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", "".join(map(_visible, _LINE_END.sub(" ", text))))


def plain_lines(text: str) -> str:
    """The same for a text of several lines: every kind of line end becomes `\\n`."""
    return "\n".join(plain(line) for line in _LINE_END.split(text))


def missing(text: str, face: Face = Face.REGULAR) -> frozenset[str]:
    """The characters of a cleaned text that the shipped typeface cannot show."""
    table = advances(face)
    return frozenset(char for char in text if ord(char) not in table)


def _visible(char: str) -> str:
    if char.isprintable():
        return char
    category = unicodedata.category(char)
    if category == "Zs" or char == "\t":
        return char if char == "\xa0" else " "
    if category in ("Cc", "Cf"):
        return ""
    return _REPLACED if category == "Cs" or ord(char) & 0xFFFE == 0xFFFE else char
