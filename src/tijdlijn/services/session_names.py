"""A case as it leaves the program without names: with pseudonyms, and without the places where sessions were.

The rule: the place of a session names a town or an agency in words that nobody registered, so it goes; what changed
since a session is told with the pseudonyms of the case itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tijdlijn.analysis.scenarios import scenarios_of
from tijdlijn.language.pseudonyms import pseudonymised, pseudonyms_for
from tijdlijn.model.casebook import Case
from tijdlijn.services.since import Since


def masked(case: Case, since: Since | None = None, keep: str = "") -> tuple[Case, Since | None]:
    """The case with pseudonyms in every text, without the places where sessions were, and what changed in it with the
    same pseudonyms. The person or worker with the id `keep` keeps his or her name."""
    names = pseudonyms_for(case, keep)
    hidden = pseudonymised(_scenarios_apart(case, names.text), names)
    sessions = tuple(replace(session, place="") for session in hidden.sessions)
    return replace(hidden, sessions=sessions), _masked_since(since, names.text) if since else None


def _scenarios_apart(case: Case, text: Callable[[str], str]) -> Case:
    """The case with a number behind the name of a scenario that would be called as another once names are hidden: two
    courses of a life would become one."""
    renamed: dict[str, str] = {}
    taken: set[str] = set()
    for one in scenarios_of(case):
        told, number = text(one.name), 2
        while told.casefold() in taken:
            told, number = f"{text(one.name)} ({number})", number + 1
            renamed[one.name] = f"{one.name} ({number - 1})"
        taken.add(told.casefold())
    if not renamed:
        return case
    return replace(
        case,
        scenarios=tuple(replace(one, name=renamed.get(one.name, one.name)) for one in case.scenarios),
        entries=tuple(replace(one, scenario=renamed.get(one.scenario, one.scenario)) for one in case.entries),
    )


def _masked_since(since: Since, text: Callable[[str], str]) -> Since:
    return replace(
        since,
        added=tuple(replace(one, title=text(one.title), when=text(one.when)) for one in since.added),
        removed=tuple(replace(one, title=text(one.title), when=text(one.when)) for one in since.removed),
        changed=tuple(
            replace(
                one,
                title=text(one.title),
                when=text(one.when),
                was_title=text(one.was_title),
                was_when=text(one.was_when),
            )
            for one in since.changed
        ),
    )
