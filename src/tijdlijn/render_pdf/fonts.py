"""The shipped typeface in ReportLab, and the one helper that puts text on a page.

A character that the typeface lacks is shown as the font's empty box, as wide as it was measured, and stays in the
text of the document: whoever selects it gets the character itself (or U+FFFD for one outside the first 65,536, which
ReportLab cannot name). ReportLab by itself would drop it from the text.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tijdlijn.assets import resource
from tijdlijn.drawing.plain import plain
from tijdlijn.drawing.primitives import Face

_REPLACED = "\ufffd"


@cache
def font_name(face: Face) -> str:
    """ReportLab's name of a face, registered when first asked for."""
    name = f"tijdlijn-{face.value}"
    pdfmetrics.registerFont(TTFont(name, str(resource("fonts", f"SourceSansPro-{face.value}.ttf"))))
    return name


@cache
def _glyphs(face: Face) -> dict[int, int]:
    glyphs: dict[int, int] = pdfmetrics.getFont(font_name(face)).face.charToGlyph
    return glyphs


def put_text(canvas: Canvas, x: float, y: float, text: str, face: Face, size: float) -> None:
    """One line of text at `x` with its baseline `y` points above the bottom, never read as markup."""
    canvas.setFont(font_name(face), size)
    canvas.drawString(x, y, _showable(plain(text), _glyphs(face)))


def _showable(text: str, glyphs: dict[int, Any]) -> str:
    if text.isascii():
        return text
    shown = "".join(char if ord(char) < 0x10000 or ord(char) in glyphs else _REPLACED for char in text)
    for char in shown:
        glyphs.setdefault(ord(char), 0)
    return shown
