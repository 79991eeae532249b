"""A drawing as SVG: one file that looks the same everywhere, with the typeface inside and its text as text.

Every text also says how wide it is, so that labels keep their places even in a program that ignores the fonts of a
file. Nothing of a dossier is ever markup: names, labels and ids are escaped, invisible characters are taken out.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from tijdlijn.drawing.plain import plain
from tijdlijn.drawing.primitives import Box, Drawing, Face, Group, Line, Polygon, Primitive, Text, flatten
from tijdlijn.drawing.styles import Hatch, Style, Theme
from tijdlijn.drawing.tags import role_of
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.render_svg.fonts import font_face

FAMILY = "Source Sans Pro"
WEIGHTS: dict[Face, tuple[int, str]] = {
    Face.REGULAR: (400, "normal"),
    Face.SEMIBOLD: (600, "normal"),
    Face.BOLD: (700, "normal"),
    Face.ITALIC: (400, "italic"),
}


def to_svg(drawing: Drawing, theme: Theme, title: str) -> str:
    """The picture as an SVG document in points. Raises KeyError for a style that the theme lacks.

    The same drawing gives the same text. `title` is its name for a reader and in the window of a browser.
    """
    texts = [item for item in flatten(drawing.items) if isinstance(item, Text)]
    writer = _Writer(theme)
    body = list(writer.lines(drawing.items))
    width, height = number(drawing.width), number(drawing.height)
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
            f'viewBox="0 0 {width} {height}" xml:lang="nl" lang="nl">',
            f"<title>{escape(plain(title))}</title>",
            f"<style>\n{_fonts(texts)}{_CSS}</style>",
            *writer.patterns(),
            *body,
            "</svg>",
            "",
        )
    )


_CSS = f"""text {{ font-family: "{FAMILY}", "Source Sans 3", sans-serif; font-kerning: none; \
font-variant-ligatures: none; white-space: pre; }}
"""


def number(value: float) -> str:
    """A coordinate to a thousandth of a point, without needless zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _fonts(texts: Iterable[Text]) -> str:
    used: dict[Face, set[str]] = {}
    for item in texts:
        used.setdefault(item.face, set()).update(plain(item.text))
    rules = []
    for face in (face for face in Face if face in used):
        weight, slant = WEIGHTS[face]
        source = font_face(face, "".join(sorted(used[face])))
        rules.append(
            f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; font-style: {slant}; '
            f'src: url("data:font/ttf;base64,{source}") format("truetype"); }}\n'
        )
    return "".join(rules)


class _Writer:
    """Writes primitives and collects the hatches that they use."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._hatches: dict[tuple[str | None, Hatch], str] = {}
        self._ids: set[str] = set()

    def lines(self, items: Iterable[Primitive]) -> Iterable[str]:
        for item in items:
            match item:
                case Text():
                    yield from self._text(item)
                case Line(x1, y1, x2, y2, style):
                    where = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
                    yield f"<line {where}{_stroke(self._theme[style])}/>"
                case Box():
                    yield from self._box(item)
                case Polygon(points, style):
                    corners = " ".join(f"{number(x)},{number(y)}" for x, y in points)
                    yield f'<polygon points="{corners}"{self._paint(self._theme[style])}/>'
                case Group():
                    yield from self._group(item)

    def patterns(self) -> list[str]:
        if not self._hatches:
            return []
        return ["<defs>", *(_pattern(name, *key) for key, name in self._hatches.items()), "</defs>"]

    def _text(self, item: Text) -> Iterable[str]:
        text, colour = plain(item.text), self._theme[item.style].fill
        if not text.strip() or not colour:
            return
        weight, slant = WEIGHTS[item.face]
        face = (f' font-weight="{weight}"' if weight != 400 else "") + (
            ' font-style="italic"' if slant == "italic" else ""
        )
        width = number(text_width(text, item.size, item.face))
        yield (
            f'<text x="{number(item.x)}" y="{number(item.y)}" font-size="{number(item.size)}"{face} fill="{colour}" '
            f'textLength="{width}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">{escape(text)}</text>'
        )

    def _box(self, item: Box) -> Iterable[str]:
        if item.width <= 0 or item.height <= 0:
            return
        radius = min(item.radius, item.width / 2, item.height / 2)
        rounded = f' rx="{number(radius)}"' if radius > 0 else ""
        where = f'x="{number(item.x)}" y="{number(item.y)}" width="{number(item.width)}" height="{number(item.height)}"'
        yield f"<rect {where}{rounded}{self._paint(self._theme[item.style])}/>"

    def _group(self, group: Group) -> Iterable[str]:
        if role_of(group):
            yield from self.lines(group.children)
            return
        yield f"<g{self._identity(group.id)}>"
        if group.label:
            yield f"<title>{escape(plain(group.label))}</title>"
        yield from self.lines(group.children)
        yield "</g>"

    def _identity(self, id_: str) -> str:
        """An id is unique in a document: what shows one thing in two places has its id in the first."""
        name = plain(id_).replace(" ", "_")
        if not name or name in self._ids:
            return ""
        self._ids.add(name)
        return f" id={quoteattr(name)}"

    def _paint(self, style: Style) -> str:
        if style.hatch:
            name = self._hatches.setdefault((style.fill, style.hatch), f"arcering-{len(self._hatches) + 1}")
            fill = f"url(#{name})"
        else:
            fill = style.fill or "none"
        return f' fill="{fill}"{_stroke(style)}'


def _stroke(style: Style) -> str:
    if not style.stroke or style.width <= 0:
        return ""
    dash = f' stroke-dasharray="{" ".join(map(number, style.dash))}"' if style.dash else ""
    return f' stroke="{style.stroke}" stroke-width="{number(style.width)}"{dash}'


def _pattern(name: str, fill: str | None, hatch: Hatch) -> str:
    """One tile, turned by 45 degrees, with its line in the middle: the lines `x + y = (k + ½) · spacing · √2`."""
    side, middle = number(hatch.spacing), number(hatch.spacing / 2)
    ground = f'<rect width="{side}" height="{side}" fill="{fill}"/>' if fill else ""
    return (
        f'<pattern id="{name}" width="{side}" height="{side}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)">{ground}<line x1="{middle}" y1="0" x2="{middle}" y2="{side}" '
        f'stroke="{hatch.colour}" stroke-width="{number(hatch.width)}"/></pattern>'
    )
