"""Which paragraphs of an OpenDocument text are headings or hidden, and which type is bold.

The rule: a style says it of itself or of the style that it is based on.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tijdlijn.dossier.docx_styles import named_level

_BOLD = ("bold", "600", "700", "800", "900")


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str
    level: int | None
    is_bold: bool | None
    is_hidden: bool | None


class Styles:
    """The styles of a text, by name."""

    def __init__(self) -> None:
        self._styles: dict[str, _Style] = {}

    def take(self, element: Element) -> None:
        """One element of the styles."""
        if element.tag != "style:style":
            return
        name = element.get("style:name", "")
        outline = element.get("style:default-outline-level", "")
        level = int(outline) if outline.isdecimal() and len(outline) < 3 else None
        if level is None:
            named = named_level(element.get("style:display-name", name).replace("_20_", " "))
            level = None if named is None else named + 1
        properties = element.find("style:text-properties")
        weight = properties.get("fo:font-weight") if properties is not None else None
        display = properties.get("text:display") if properties is not None else None
        is_bold = None if weight is None else weight in _BOLD
        is_hidden = None if display is None else display == "none"
        self._styles[name] = _Style(element.get("style:parent-style-name", ""), level, is_bold, is_hidden)

    def level(self, name: str) -> int:
        """The level of a paragraph of this style as a heading, from 1; 0 when it is none."""
        return next((style.level for style in self._line(name) if style.level is not None), 0)

    def is_bold(self, name: str) -> bool:
        """Whether type of this style is bold."""
        return next((style.is_bold for style in self._line(name) if style.is_bold is not None), False)

    def is_hidden(self, name: str) -> bool:
        """Whether text of this style is not shown."""
        return next((style.is_hidden for style in self._line(name) if style.is_hidden is not None), False)

    def _line(self, name: str) -> list[_Style]:
        """A style and what it is based on."""
        found: list[_Style] = []
        while len(found) < 20 and name in self._styles:
            found.append(self._styles[name])
            name = found[-1].parent
        return found
