"""Early requests, light answers (design 1, pattern 3), in one Dutch sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tijdlijn.analysis.certainty import Status, status
from tijdlijn.analysis.finding import Finding, FindingKind
from tijdlijn.analysis.requests import EARLY_DAYS, SHORT_DAYS, Answer
from tijdlijn.analysis.wording import duration, number, sentence
from tijdlijn.model.casebook import Case
from tijdlijn.model.vocabulary import Kind


def tell_early(case: Case, answers: Sequence[Answer]) -> Iterator[Finding]:
    """That help was asked for in the first year in view and what followed was light and short, or nothing; no finding
    when each early request got an answer of more weight."""
    early = [answer for answer in answers if answer.early]
    light = [answer for answer in early if answer.light_and_short]
    nothing = [answer for answer in early if answer.unanswered]
    if not light and not nothing:
        return
    sure = any(answer.early is Status.ZEKER and _surely_poor(answer) for answer in (*light, *nothing))
    asked = number(len(early), "hulpvraag", "hulpvragen")
    day = case.bounds[early[0].request_id].first_day
    ids = dict.fromkeys(id_ for one in early for id_ in (one.request_id, one.answer_id) if id_)
    yield Finding(
        id="vroege hulpvraag:gezin",
        kind=FindingKind.VROEGE_HULPVRAAG,
        status=status(sure),
        person_id=None,
        start=day,
        end=max(case.bounds[answer.request_id].last_day for answer in early),
        sentence=sentence(
            f"al in het eerste jaar in beeld {'was' if len(early) == 1 else 'waren'} er {'' if sure else 'mogelijk '}"
            f"{asked}; {_followed(len(early), len(light), len(nothing))}"
        ),
        rule=f"Vroeg is een hulpvraag van hoogstens {EARLY_DAYS} dagen na de eerste hulpvraag, het eerste signaal of "
        f"de eerste hulp; licht en kort is hulp met zwaarte licht van ten hoogste {SHORT_DAYS} dagen.",
        entry_ids=tuple(ids),
        detail=_later(case, early[0]),
    )


def _surely_poor(answer: Answer) -> bool:
    return answer.unanswered or (answer.status is Status.ZEKER and answer.light_and_short is Status.ZEKER)


def _followed(asked: int, light: int, nothing: int) -> str:
    if asked == 1:
        return "daarop volgde lichte en korte hulp" if light else "daarop volgde geen hulp"
    parts = [f"op {light} volgde lichte en korte hulp"] if light else []
    parts += [f"op {nothing} volgde geen hulp"] if nothing else []
    return " en ".join(parts)


def _later(case: Case, first: Answer) -> str:
    """How long after the first request a child was first placed elsewhere."""
    asked = case.bounds[first.request_id]
    placed = (case.bounds[entry.id] for entry in case.of_kind[Kind.UITHUISPLAATSING])
    after = next((bounds for bounds in placed if bounds.start_min > asked.start_max), None)
    if after is None:
        return ""
    days = after.start_min - asked.start_max, after.start_max - asked.start_min
    return sentence(f"de eerste uithuisplaatsing kwam {duration(days)} na de eerste van deze vragen")
