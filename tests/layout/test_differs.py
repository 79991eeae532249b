"""Where sources differ: the sign on the timeline, in the chronology, in the findings and in the legend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from tests.builders import case, entry
from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.primitives import Group, Primitive, Text
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.chronology import chronology_pages
from tijdlijn.layout.content import content_of
from tijdlijn.layout.findings_pages import findings_pages
from tijdlijn.layout.laying_out import lay_out
from tijdlijn.layout.legend import signs
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.sheet import Frame as PageFrame
from tijdlijn.layout.sheet import PaperSize
from tijdlijn.layout.tiles import Frame
from tijdlijn.layout.timeline import Timeline
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Citation, Source
from tijdlijn.model.links import Link, LinkKind

FOLLOWED = Link("l", LinkKind.GEVOLGD_BOVEN, "vt", "moeder")
APART = Link("l", LinkKind.ANDERE_GEBEURTENIS, "vt", "moeder")


def family(*links: Link, kind: str = "gebeurtenis", dates: tuple[str, str] = ("2015-06", "2015-08")) -> Case:
    passage = "in augustus 2015 feitelijk uit elkaar gegaan"
    return case(
        entry(kind, dates[0], "Ouders uit elkaar (volgens moeder)", id="moeder", citations=(Citation("in"),)),
        entry(kind, dates[1], "Feitelijke scheiding", id="vt", citations=(Citation("vt", "3", passage),)),
        entry("gebeurtenis", "2016-02-01", "Verhuizing", id="los"),
        sources=(Source("in", "Intake"), Source("vt", "Conclusie", agency="Veilig Thuis")),
        links=links,
    )


def timeline(of: Case) -> Timeline:
    start = of.extent[0] if of.extent else 0
    return lay_out(of, None, Axis(start, 2.0), SCREEN, Frame(900.0))


def flat(items: tuple[Primitive, ...] | list[Primitive]) -> Iterator[Primitive]:
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from flat(item.children)


def drawn(of: Case) -> dict[str, Group]:
    items = timeline(of).draw_entries((-1e6, 1e6), 0.0)
    return {item.id: item for item in items if isinstance(item, Group)}


def styles(group: Group) -> set[str]:
    return {style for item in flat(group.children) if (style := getattr(item, "style", ""))}


def test_both_accounts_carry_the_sign_and_nothing_else_does() -> None:
    marked = {id_ for id_, group in drawn(family()).items() if "differs" in styles(group)}
    assert marked == {"entry:moeder", "entry:vt"}


@pytest.mark.parametrize("links", [(), (FOLLOWED,)])
def test_the_sign_has_room_of_its_own_between_mark_and_label(links: tuple[Link, ...]) -> None:
    for id_ in ("entry:moeder", "entry:vt"):
        group = drawn(family(*links))[id_]
        sign = [item for item in group.children if getattr(item, "style", "") == "differs"]
        ink = [
            item
            for item in group.children
            if getattr(item, "style", "").startswith("leven.") and hasattr(item, "width")
        ]
        (label,) = [item for item in group.children if isinstance(item, Text)]
        left, right = min(line.x1 for line in sign), max(line.x2 for line in sign)
        assert max(box.x + box.width for box in ink) <= left < right < label.x
        assert group.bounds[0] <= left
        assert right <= group.bounds[0] + group.bounds[2]


def test_what_is_not_followed_is_paler_and_still_there() -> None:
    groups = drawn(family(FOLLOWED))
    assert {"leven.beside", "label.soft", "differs"} <= styles(groups["entry:moeder"])
    assert "leven.beside" not in styles(groups["entry:vt"])


def test_a_period_that_is_not_followed_has_a_broken_edge() -> None:
    groups = drawn(family(FOLLOWED, dates=("2015-06/2015-12", "2015-08/2016-02")))
    assert "leven.beside" in styles(groups["entry:moeder"])
    assert not {"leven.sure", "leven.possible"} & styles(groups["entry:moeder"])


def test_two_events_carry_no_sign() -> None:
    assert all("differs" not in styles(group) for group in drawn(family(APART)).values())


def test_the_legend_explains_the_signs_that_occur() -> None:
    def words(of: Case) -> set[str]:
        return {sign.words for sign in signs(timeline(of))}

    assert "bronnen verschillen" not in words(family(APART))
    assert "bronnen verschillen" in words(family()) - {"niet gevolgd: een andere bron wel"}
    assert {"bronnen verschillen", "niet gevolgd: een andere bron wel"} <= words(family(FOLLOWED))


def test_a_lane_is_drawn_anew_when_one_of_its_accounts_is_followed() -> None:
    before = content_of(family())
    same, changed = (content_of(family(*links), before=before) for links in ((), (FOLLOWED,)))
    assert [old is new for old, new in zip(before.lanes, same.lanes, strict=True)] == [True] * len(before.lanes)
    kept = {new.lane.key for old, new in zip(before.lanes, changed.lanes, strict=True) if old is new}
    assert "leven" not in kept
    assert len(kept) == len(before.lanes) - 1


def words_of(pages: Iterable[object]) -> str:
    return " ".join(item.text for page in pages for item in flat(page.items) if isinstance(item, Text))  # type: ignore[attr-defined]


def test_the_chronology_says_what_the_other_says_and_which_is_followed() -> None:
    of = family(FOLLOWED)
    told = words_of(chronology_pages(of, analyse(of), PageFrame.of_text(PaperSize.of("A4"))))
    assert "≠ Bronnen verschillen: volgens Veilig Thuis augustus 2015. De andere wordt gevolgd." in told
    assert "≠ Bronnen verschillen: volgens moeder (‘Intake’) juni 2015. Deze regel wordt gevolgd." in told


def test_the_findings_give_both_accounts_with_their_passages() -> None:
    of = family(FOLLOWED)
    told = words_of(findings_pages(of, analyse(of), PageFrame.of_text(PaperSize.of("A4"))))
    assert "Volgens moeder (‘Intake’) juni 2015; volgens Veilig Thuis augustus 2015. Gevolgd: augustus 2015." in told
    assert "Conclusie, blz. 3: ‘in augustus 2015 feitelijk uit elkaar gegaan’" in told


def test_of_a_long_passage_the_chronology_prints_the_beginning() -> None:
    long = "Vader vertelt over vroeger. " * 40
    of = case(
        entry("contact", "2019", "Gesprek", citations=(Citation("in", "2", long),)), sources=(Source("in", "Intake"),)
    )
    told = words_of(chronology_pages(of, analyse(of), PageFrame.of_text(PaperSize.of("A4"))))
    assert "Intake, blz. 2" in told
    assert " …’" in told
    assert told.count("Vader") == 15
