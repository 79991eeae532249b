"""The options of a report and its presets: data that a dialog and a command share."""

from __future__ import annotations

from datetime import date

import pytest

from tijdlijn.model.views import View
from tijdlijn.report.options import PART_NAMES, PARTS, PRESETS, USUAL_PARTS, PageOptions, Poster, preset


def test_every_part_has_a_dutch_name_and_the_usual_ones_are_parts() -> None:
    assert set(USUAL_PARTS) < set(PARTS) == set(PART_NAMES)
    assert all(name and name[0].isupper() for name in PART_NAMES.values())


@pytest.mark.parametrize("parts", [(), ("alles",), ("overview", "overview")])
def test_parts_that_cannot_be_are_refused(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="parts"):
        PageOptions(parts=parts)


@pytest.mark.parametrize("wrong", [{"columns": 0}, {"rows": 13}, {"overlap_mm": -1.0}])
def test_a_poster_that_cannot_be_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="poster"):
        Poster(**wrong)  # type: ignore[arg-type]


def test_a_password_is_never_shown() -> None:
    assert "geheim" not in repr(PageOptions(password="geheim"))


def test_there_are_four_presets_found_by_name_in_any_case() -> None:
    assert [one.name for one in PRESETS] == [
        "Wandposter A0",
        "Casusbespreking A3",
        "Dossierbijlage A4",
        "Voor het gezin",
    ]
    assert preset(" dossierbijlage a4 ") is PRESETS[2]
    assert preset("anders") is None


def test_a_preset_keeps_what_belongs_to_the_case() -> None:
    own = PageOptions(view=View(name="mijn"), period=(date(2019, 1, 1), None), password="x", paper="A1")
    over = PRESETS[2].over(own)
    assert (over.view, over.period, over.password, over.paper) == (own.view, own.period, "x", "A4")
