"""A case as it leaves the program without names: with pseudonyms, and without the places where sessions were.

The rule: the place of a session names a town or an agency in words that nobody registered, so it goes; what changed
since a session is told with the pseudonyms of the case itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tijdlijn.language.pseudonyms import pseudonymised, pseudonyms_for
from tijdlijn.model.casebook import Case
from tijdlijn.services.since import Since


def masked(case: Case, since: Since | None = None, keep: str = "") -> tuple[Case, Since | None]:
    """The case with pseudonyms in every text, without the places where sessions were, and what changed in it with the
    same pseudonyms. The person or worker with the id `keep` keeps his or her name."""
    names = pseudonyms_for(case, keep)
    hidden = pseudonymised(case, names)
    sessions = tuple(replace(session, place="") for session in hidden.sessions)
    return replace(hidden, sessions=sessions), _masked_since(since, names.text) if since else None


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
