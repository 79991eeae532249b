"""The picture of the life domains: each that is known, on one axis, nothing outside, nothing left out in silence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.analysis.test_domains import divided
from tests.builders import case, entry, person
from tests.layout.test_series import ends, groups, texts
from tijdlijn.analysis.domains import find_domains
from tijdlijn.drawing.primitives import Box, flatten
from tijdlijn.drawing.styles import THEMES
from tijdlijn.layout.domains import coverage_words, domain_blocks
from tijdlijn.model.casebook import Case

some = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@some
@given(divided(), st.floats(200, 1100))
def test_every_known_domain_has_a_strip_and_nothing_lies_outside(family: Case, width: float) -> None:
    found = find_domains(family)

    blocks = list(domain_blocks(family, found, width))

    ids = [group.id for block in blocks for group in groups(block.items) if group.id.startswith("domain:")]
    assert ids == [f"domain:{one.domain}" for one in found.touched]
    for block in blocks:
        for item in flatten(block.items):
            left, right = ends(item)
            assert left >= -0.5
            assert right <= width + 1.5
            assert item.style in THEMES["print"]


def family() -> Case:
    """A child of 2010; trouble on money without help, and of her mother's youth."""
    return case(
        entry("gebeurtenis", "1999", domains=("veiligheid",)),
        entry("signaal", "2015-03-01", domains=("veiligheid",)),
        entry("interventie", "2015-04-01/2015-10", domains=("veiligheid",)),
        entry("signaal", "2016", domains=("financiën",)),
        persons=[person("Noor", "2010-05-01", focus=True)],
        reference_day=date(2018, 1, 1),
    )


def test_sure_and_possible_help_look_different() -> None:
    (strip, *_) = domain_blocks(family(), find_domains(family()), 700)

    styles = [item.style for item in flatten(strip.items) if isinstance(item, Box) and item.style.startswith("hulp")]

    assert styles == ["hulp.possible", "hulp.sure"]


def test_what_lies_before_the_children_is_counted_at_the_edge() -> None:
    (strip, *_) = domain_blocks(family(), find_domains(family()), 700)

    assert "‹ 1 eerder" in texts([strip])


@pytest.mark.parametrize("width", [250, 700])
def test_a_domain_without_help_says_so(width: float) -> None:
    blocks = list(domain_blocks(family(), find_domains(family()), width))

    assert "nooit hulp" in texts(blocks)
    assert "financiën: 1 probleem, nooit hulp" in [group.label for one in blocks for group in groups(one.items)]
    assert {"2015", "2016", "2017"} <= set(texts(blocks))


def test_words_of_help() -> None:
    words = {one.domain: coverage_words(one) for one in find_domains(family()).touched}

    assert words == {"veiligheid": "hoogstens 7 maanden hulp", "financiën": "nooit hulp"}


def test_without_domains_there_is_no_picture() -> None:
    plain = case(entry("signaal", "2020"))

    assert list(domain_blocks(plain, find_domains(plain), 500)) == []


def test_the_years_never_stand_on_a_page_without_a_strip() -> None:
    *_, last_strip, years = domain_blocks(family(), find_domains(family()), 700)
    assert last_strip.keep
    assert not years.keep
