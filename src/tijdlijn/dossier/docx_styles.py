"""Which paragraphs of a Word document are headings: by outline level, by the name of the style, by wholly bold type.

The rule: a style says it of itself or of the style that it is based on; a paragraph's own outline level goes first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tijdlijn.dossier.xml_text import at

BODY_TEXT = 9
"""The outline level that says: no heading."""
BOLD_LEVEL = 7
"""The level of a short paragraph that is wholly bold: below every heading that is one by its style."""
MAX_BOLD_HEADING = 100

_NAMES = (
    (re.compile(r"(?:heading|kop|überschrift)\s*([1-9])", re.IGNORECASE), 0),
    (re.compile(r"(?:titel|title)", re.IGNORECASE), 1),
    (re.compile(r"(?:ondertitel|subtitle|subtitel)", re.IGNORECASE), 2),
)
_OFF = ("0", "false", "off", "none")
_VAL = "w:val"


@dataclass(frozen=True, slots=True)
class _Style:
    level: int | None
    parent: str
    is_bold: bool


class Styles:
    """The styles of a document, as far as they say what a paragraph is."""

    def __init__(self) -> None:
        self._styles: dict[str, _Style] = {}

    def take(self, _parent: str, element: Element) -> None:
        """One element of `styles.xml`."""
        if element.tag != "w:style":
            return
        name = value(element.find("w:name"))
        said = _outline(element.find("w:pPr"))
        level = said if said is not None else named_level(name)
        parent = value(element.find("w:basedOn"))
        is_bold = _is_on(at(element, "w:rPr/w:b"))
        self._styles[element.get("w:styleId", "")] = _Style(level, parent, is_bold)

    def level(self, paragraph: Element) -> int:
        """The level of this paragraph as a heading, from 1; 0 when it is none."""
        properties = paragraph.find("w:pPr")
        style = value(properties.find("w:pStyle")) if properties is not None else ""
        said = _outline(properties)
        level = said if said is not None else self._style_level(style)
        if level is not None:
            return 0 if level >= BODY_TEXT else level + 1
        return BOLD_LEVEL if self._is_bold_line(paragraph, style) else 0

    def _style_level(self, style: str) -> int | None:
        for _ in range(20):
            found = self._styles.get(style)
            if found is None:
                return named_level(style)
            if found.level is not None:
                return found.level
            if not found.parent:
                return None
            style = found.parent
        return None

    def _is_bold_line(self, paragraph: Element, style: str) -> bool:
        runs = [run for run in paragraph.iter("w:r") if "".join(run.itertext()).strip()]
        text = "".join("".join(run.itertext()) for run in runs).strip()
        if not is_short_line(text):
            return False
        by_style = style in self._styles and self._styles[style].is_bold
        return all(self._is_bold_run(run, by_style) for run in runs)

    def _is_bold_run(self, run: Element, by_style: bool) -> bool:
        bold = at(run, "w:rPr/w:b")
        if bold is not None:
            return _is_on(bold)
        character = value(at(run, "w:rPr/w:rStyle"))
        return by_style or (character in self._styles and self._styles[character].is_bold)


def is_short_line(text: str) -> bool:
    """Whether a line could be a heading when it is wholly bold: short, one line, and no sentence."""
    text = text.strip()
    if not text or len(text) > MAX_BOLD_HEADING or "\n" in text or text.endswith((".", ",", ";")):
        return False
    return any(map(str.isalpha, text)) or sum(map(str.isdigit, text)) >= 4


def value(element: Element | None) -> str:
    """What an element of properties says, or nothing."""
    return "" if element is None else element.get(_VAL, "")


def is_hidden(run: Element) -> bool:
    """Whether a run is hidden text."""
    return _is_on(at(run, "w:rPr/w:vanish"))


def _is_on(element: Element | None) -> bool:
    return element is not None and element.get(_VAL, "1").lower() not in _OFF


def _outline(properties: Element | None) -> int | None:
    said = value(properties.find("w:outlineLvl")) if properties is not None else ""
    return min(int(said), BODY_TEXT) if re.fullmatch("[0-9]{1,3}", said) else None


def named_level(name: str) -> int | None:
    """The outline level, from 0, that the name of a style stands for ("Kop 1"); None when it is no heading."""
    for pattern, level in _NAMES:
        if found := pattern.fullmatch(name.strip()):
            return (int(found[1]) if found.lastindex else level) - 1
    return None
