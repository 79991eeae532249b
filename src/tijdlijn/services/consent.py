"""Whether names may leave the program, and why not (design 7, 20).

The rule: without the consent of the family, and of a case that is discussed without names, what people read gets
pseudonyms, whatever was asked; whoever asks is told why. Refusing would leave somebody without paper who never chose
anything; asking would put the choice where it is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tijdlijn.language.dates_nl import write_day
from tijdlijn.services.sessions import has_consent

if TYPE_CHECKING:
    from tijdlijn.model.casebook import Case
    from tijdlijn.model.sessions import Consent, Session

NO_CONSENT = "Er is geen toestemming van het gezin vastgelegd; daarom komen er pseudoniemen."
ANONYMOUS = "Deze casus wordt zonder namen besproken; daarom komen er pseudoniemen."


def reason_to_mask(case: Case, session: Session | None = None) -> str:
    """Why the names of this case may not be read by others, in a sentence; empty when they may.

    With a session: in what is told of that one.
    """
    if session is not None and session.showing.always_pseudonyms:
        return ANONYMOUS
    return "" if has_consent(case, case.today) else NO_CONSENT


def told(case: Case) -> tuple[str, ...]:
    """Every consent of the case in a sentence: who, for what, since when, how, and whether it still holds."""
    if not case.consents:
        return ("Er is geen toestemming vastgelegd.",)
    return tuple(map(_told, case.consents))


def _told(one: Consent) -> str:
    facts = (f"voor {one.purpose}" if one.purpose else "", f"sinds {write_day(one.given)}", one.how)
    withdrawn = f"; ingetrokken op {write_day(one.withdrawn)}" if one.withdrawn else ""
    return f"{one.who or 'Nog niet ingevuld wie'}, {', '.join(filter(None, facts))}{withdrawn}."


def gets_pseudonyms(case: Case, asked: bool, session: Session | None = None) -> bool:
    """Whether what people read gets pseudonyms: when these were asked for, and when it must."""
    return asked or bool(reason_to_mask(case, session))
