"""What there is to choose from when a case is printed, and what was chosen before on this computer.

The rule: what is remembered holds nothing of a family: no view, no period, no password and no path.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from tijdlijn.layout.sheet import PAPERS
from tijdlijn.model.views import View, known
from tijdlijn.report.options import PART_NAMES, PageOptions, Poster
from tijdlijn.ui.controller import CaseController
from tijdlijn.ui.widgets import settings

KEY = "afdrukken/keuze"
_SWITCHES = ("landscape", "black_and_white", "pseudonyms", "ages", "for_family")


def offered_parts() -> dict[str, str]:
    """The parts that can be printed, with what they are called."""
    return {part: QCoreApplication.translate("print", name) for part, name in PART_NAMES.items()}


def offered_views(controller: CaseController) -> list[tuple[str, View | None]]:
    """The ways of looking to choose from: as on the screen, everything, and the saved ones."""
    return list(_views(controller))


def _views(controller: CaseController) -> Iterator[tuple[str, View | None]]:
    said = QCoreApplication.translate
    now = controller.view
    if replace(now, id="", name="", findings_follow=False, ahead=False) != View():
        yield said("print", "Zoals nu op het scherm"), now
    yield said("print", "Alles, banen per soort"), None
    for saved in controller.saved_views:
        yield saved.name, known(saved, controller.case)


def remember(options: PageOptions) -> None:
    """Keep on this computer what was chosen of the sheet, the parts and the names."""
    kept: dict[str, object] = {name: getattr(options, name) for name in _SWITCHES}
    kept |= {"paper": options.paper, "parts": options.parts}
    if (poster := options.poster) is not None:
        kept["poster"] = [poster.columns, poster.rows, poster.paper, poster.overlap_mm, poster.cut_marks]
    settings().setValue(KEY, json.dumps(kept))


def recall(options: PageOptions) -> PageOptions:
    """The options with what was chosen before; as they are where that cannot be read."""
    try:
        kept = json.loads(str(settings().value(KEY, "{}")))
        parts = tuple(dict.fromkeys(part for part in kept.get("parts", ()) if part in PART_NAMES))
        poster = Poster(*kept["poster"]) if kept.get("poster") else None
        switches: dict[str, Any] = {name: bool(kept[name]) for name in _SWITCHES if name in kept}
    except (ValueError, TypeError, AttributeError, KeyError):
        return options
    paper = kept.get("paper")
    return replace(
        options,
        paper=paper if paper in PAPERS else options.paper,
        parts=parts or options.parts,
        poster=poster,
        **switches,
    )
