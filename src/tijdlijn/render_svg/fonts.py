"""The shipped typeface cut down to the characters of one picture, as text that fits in a file."""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from io import BytesIO

from tijdlijn.assets import resource
from tijdlijn.drawing.primitives import Face


@lru_cache(maxsize=16)
def font_face(face: Face, characters: str) -> str:
    """A TrueType font with these characters of a face, in base64. The same characters give the same text."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options(layout_features=[], hinting=False, notdef_outline=True, recalc_timestamp=False)
    options.name_IDs = [0, 1, 2, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes={ord(char) for char in characters})
    with TTFont(resource("fonts", f"SourceSansPro-{face.value}.ttf"), recalcTimestamp=False) as font:
        subsetter.subset(font)
        buffer = BytesIO()
        font.save(buffer)
    return b64encode(buffer.getvalue()).decode("ascii")
