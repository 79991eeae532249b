"""What a page says of itself when it does not show everything: the filter, the hidden lanes, what the findings rest on.

The rule: who reads the paper does not know the screen it came from. What is left out is said on the page itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from tijdlijn.layout.content import Content
from tijdlijn.layout.filter_words import described
from tijdlijn.layout.lane_names import hidden_words
from tijdlijn.model.casebook import Case
from tijdlijn.model.views import View


def left_out_words(case: Case, view: View, content: Content) -> Iterator[tuple[str, str]]:
    """What a view leaves out of a page, each with its name: a filter, hidden lanes, strands above each other."""
    if content.shown is not None:
        yield "Filter", filter_sentence(case, view, content.shown)
    if content.hidden.lanes:
        names = ", ".join(lane.name for lane in content.hidden.lanes)
        yield "Verborgen", f"{hidden_words(content)}: {names}."
    if len(view.anchors) > 1:
        yield "Uitlijning", "Op papier staan de banen één keer, langs de kalender."


def filter_sentence(case: Case, view: View, shown: frozenset[str]) -> str:
    """What a filter shows and how much it leaves out, and what the findings rest on."""
    words, total = described(case, view.filter), len(case.entries)
    left = total - len(shown)
    stands = "1 regel staat" if left == 1 else f"{left} regels staan"
    findings = "over deze regels" if view.findings_follow else "over alle regels"
    return (
        f"{words[:1].upper()}{words[1:]}: {len(shown)} van {total} regels. {stands} hier niet. "
        f"De bevindingen gaan {findings}."
    )
