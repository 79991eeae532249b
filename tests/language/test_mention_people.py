"""Of whom an age is, where a text names its writer last, or somebody by a name that is told twice."""

from __future__ import annotations

from tijdlijn.language.folding import fold
from tijdlijn.language.mention_people import People
from tijdlijn.language.mentions import Born
from tijdlijn.model.dates import UncertainDate


def born(birth: str, *names: str, is_child: bool = False) -> Born:
    return Born(names, UncertainDate.parse(birth), is_child)


def whose(text: str, words: str, *births: Born) -> str:
    start = text.index(words)
    person = People(text, fold(text), births).whose(start, start + len(words)).person
    return person.names[0] if person else ""


def test_who_signs_with_a_mere_name_is_the_writer() -> None:
    text = "MIJN KANT\nIk was achttien toen mijn broer verongelukte.\nK. Smit\n"
    assert (
        whose(text, "Ik was achttien", born("1978-04-03", "K. Smit"), born("2012-03-09", "Milan", is_child=True))
        == "K. Smit"
    )


def test_a_name_that_is_told_twice_is_one_person() -> None:
    text = "De moeder (3 april 1986) was 22 bij de geboorte."
    assert whose(text, "was 22", born("1986-04-03", "K. Smit", "moeder", "moeder")) == "K. Smit"
