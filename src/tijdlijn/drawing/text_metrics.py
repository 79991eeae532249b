"""The one measurer of text, for screen and paper alike: the advances of the shipped font, without kerning.

Renderers draw with kerning and hinting off, so a text is as wide as it is measured here on every surface
(measured difference: 0.3 %). A character the font lacks counts as wide as its `.notdef` glyph.
"""

from __future__ import annotations

from functools import cache

from tijdlijn.assets import resource
from tijdlijn.drawing.primitives import Face

ELLIPSIS = "…"


@cache
def advances(face: Face) -> dict[int, float]:
    """Advance of each character of a face in parts of the font size, by code point; key -1 is `.notdef`."""
    from fontTools.ttLib import TTFont

    with TTFont(resource("fonts", f"SourceSansPro-{face.value}.ttf"), lazy=True) as font:
        per_em = font["head"].unitsPerEm
        widths = font["hmtx"].metrics
        table = {code: widths[name][0] / per_em for code, name in font.getBestCmap().items()}
        table[-1] = widths[".notdef"][0] / per_em
    return table


def text_width(text: str, size: float, face: Face = Face.REGULAR) -> float:
    """Width in points of one line of text at a size in points."""
    table = advances(face)
    unknown = table[-1]
    get = table.get
    return sum([get(ord(char), unknown) for char in text]) * size


def shortened(text: str, width: float, size: float, face: Face = Face.REGULAR) -> str:
    """The text, or as much of its beginning as fits `width` points with an ellipsis; empty when nothing fits.

    Cuts at a word where that keeps at least two thirds of what would fit.
    """
    if text_width(text, size, face) <= width:
        return text
    table = advances(face)
    room = width / size - table.get(ord(ELLIPSIS), table[-1])
    used, count = 0.0, 0
    for char in text:
        used += table.get(ord(char), table[-1])
        if used > room:
            break
        count += 1
    if count < 2:
        return ""
    space = text.rfind(" ", 0, count + 1)
    cut = space if space >= count * 2 / 3 else count
    return text[:cut].rstrip(" ,;:(-") + ELLIPSIS


def wrapped(text: str, width: float, size: float, face: Face = Face.REGULAR) -> list[str]:
    """The text in lines of at most `width` points, broken at spaces; a longer word is broken where it must be.

    Line breaks in the text are kept. Always at least one line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            trial = f"{line} {word}" if line else word
            if text_width(trial, size, face) <= width:
                line = trial
                continue
            if line:
                lines.append(line)
            *full, line = _broken(word, width, size, face)
            lines.extend(full)
        lines.append(line)
    return lines


def _broken(word: str, width: float, size: float, face: Face) -> list[str]:
    pieces, piece = [], ""
    for char in word:
        if piece and text_width(piece + char, size, face) > width:
            pieces.append(piece)
            piece = char
        else:
            piece += char
    return [*pieces, piece]
