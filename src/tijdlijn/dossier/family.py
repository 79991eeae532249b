"""The family as the documents themselves tell it, joined with what the casebook knows already.

The rule: somebody only is a relative when a label, a role word right beside the name, a list of children or a date of
birth says so; a professional never is. A wrong relative costs more than a missed one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tijdlijn.dossier.candidates import Family, Relative
from tijdlijn.dossier.family_people import PARENTS, given_name, joined, surname
from tijdlijn.dossier.family_signs import signs_in
from tijdlijn.dossier.party_census import parties_of
from tijdlijn.dossier.party_search import NOBODY
from tijdlijn.dossier.subjects import subject_of
from tijdlijn.language.folding import fold
from tijdlijn.model.documents import Document

_UNNAMED = {"moeder": r"\b(?:moeder|mama|mem)\b", "vader": r"\b(?:vader|papa|heit)\b"}
_FEWEST = 3
"""Documents from which one child can be the one that a dossier is about."""
__all__ = ["family_in", "given_name", "surname"]


def family_in(documents: Sequence[Document], known: Family = NOBODY) -> Family:
    """Relatives, parties and workers: first those that are known, then those that the documents name."""
    text = "\n".join(document.text for document in documents)
    has_twins = "tweeling" in fold(text)
    signs = [sign for document in documents for sign in signs_in(document, has_twins)]
    relatives = _in_order(joined(known.relatives, signs, text))
    relatives = _with_unnamed_parents(relatives, fold(text))
    relatives = [_with_more_names(relative) for relative in relatives]
    family = Family(tuple(relatives), known.parties, known.workers)
    return replace(family, parties=parties_of(documents, family), focus=_focus(documents, family))


def _focus(documents: Sequence[Document], family: Family) -> str:
    """The child that at least two of three documents are about."""
    about = Counter(subject[0] for document in documents if len(subject := subject_of(document, family)) == 1)
    name, count = about.most_common(1)[0] if about else ("", 0)
    return name if count >= _FEWEST and count * 3 >= len(documents) * 2 else ""


def _in_order(people: list[Relative]) -> list[Relative]:
    """Children by age, then grown-ups: mother, father, others as they were found."""
    children = [one for one in people if one.is_child]
    children.sort(key=lambda one: one.birth.earliest.toordinal() if one.birth else 10**7)
    others = [one for one in people if not one.is_child]
    others.sort(key=lambda one: (one.role != "moeder", one.role != "vader"))
    return [*children, *others]


def _with_unnamed_parents(people: list[Relative], folded: str) -> list[Relative]:
    """A parent whom the documents speak of and never name is called by the role."""
    for role, words in _UNNAMED.items():
        if len(re.findall(words, folded)) > 1 and not any(one.role == role for one in people):
            people.append(Relative(role, role))
    return people


def _with_more_names(person: Relative) -> Relative:
    """With the ways in which letters speak of grown-ups: "mevrouw De Vries", "mw. de Vries"."""
    own = {surname(name) for name in (person.name, *person.also)} - {""}
    if person.is_child or person.role not in PARENTS:
        return person
    titles = (
        ("mevrouw", "mw.", "mevr.", "Mevrouw", "Mw.")
        if person.role == "moeder"
        else ("meneer", "de heer", "dhr.", "Meneer", "De heer", "Dhr.")
    )
    named = [f"{title} {form}" for name in own for title in titles for form in dict.fromkeys((name, _capital(name)))]
    return replace(person, also=tuple(dict.fromkeys((*person.also, *named))))


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
