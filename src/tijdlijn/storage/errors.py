"""What SQLite and the system say, in words for the user.

The rule: nothing of a statement, its parameters or a passphrase ends up in a Problem; the original error is cut off.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from tijdlijn.model.problems import Problem

WRONG_OR_DAMAGED = (
    "Het wachtwoord is onjuist of het bestand {name} is beschadigd. Er is niets gewijzigd. "
    "Probeer het wachtwoord opnieuw, of open een reservekopie."
)
DAMAGED = (
    "Het bestand {name} is beschadigd. Er is niets aan gewijzigd. "
    "Open een reservekopie en bewaar dit bestand voor herstel."
)
NOT_A_CASEBOOK = "Het bestand {name} is geen casusboek van tijdlijn. Er is niets aan gewijzigd. Kies een ander bestand."
NEWER = (
    "Het casusboek {name} is gemaakt met een nieuwere versie van tijdlijn. Er is niets aan gewijzigd. "
    "Werk het programma bij en open het dan opnieuw."
)
MISSING = "Het bestand {name} bestaat niet (meer). Controleer de naam en de map."
FOLDER = "{name} is een map en geen casusboek. Kies een bestand."
IN_USE = (
    "Het casusboek {name} is al ergens anders geopend. Sluit het daar eerst en probeer het dan opnieuw; "
    "er is niets gewijzigd."
)
NO_ACCESS = "Het bestand {name} mag niet worden geopend of beschreven. Controleer de rechten op het bestand en de map."
FULL = (
    "De schijf is vol: de laatste wijziging is niet bewaard, alles daarvoor wel. "
    "Maak ruimte vrij en probeer het opnieuw."
)
FAILED = (
    "Het bestand {name} kan niet worden gelezen of beschreven: de laatste wijziging is niet bewaard, "
    "alles daarvoor wel. Controleer de schijf of de verbinding en probeer het opnieuw."
)
UNREADABLE = (
    "Het bestand {name} kan nu niet worden gelezen. Wat bewaard was, staat er weer als het bestand er weer is: "
    "controleer de schijf of de verbinding en probeer het opnieuw. Kan dat niet, bewaar dan met Opslaan als wat u hier "
    "ziet."
)
REFUSED = (
    "Deze wijziging past niet in het casusboek en is niet bewaard; al het andere is gebleven. "
    "Controleer de ingevulde waarden."
)
MOVED = (
    "Het bestand {name} is verplaatst, vervangen of verwijderd terwijl het open was: de laatste wijziging is niet "
    "bewaard, alles daarvoor wel. Bewaar een kopie onder een andere naam."
)
OTHER = (
    "Het bestand {name} is niet meer zoals tijdlijn het bewaarde: er is een oudere kopie teruggezet, of een ander "
    "programma schreef erin. De laatste wijziging is niet bewaard. Bewaar wat u hier ziet onder een andere naam."
)
PROTECTED = (
    "Het bestand {name} mag niet meer worden beschreven: de laatste wijziging is niet bewaard, alles daarvoor wel. "
    "Controleer de rechten op het bestand en de map, of bewaar alles op een andere plaats met Opslaan als."
)
READ_ONLY = (
    "Het casusboek {name} is alleen te lezen; er is niets gewijzigd. Boven in het venster staat waarom, en wat u "
    "kunt doen."
)
NO_LOCKS = (
    "Op de plaats van {name} kan tijdlijn niet zien of een ander er ook in werkt; er is niets gewijzigd. "
    "Zet het casusboek op de schijf van uw eigen computer."
)
OTHER_KEY = (
    "Het bestand {name} heeft intussen een ander wachtwoord, of is een ander casusboek; er is niets gewijzigd. "
    "Open het met het wachtwoord van nu."
)
WRONG = "Het huidige wachtwoord is onjuist; het wachtwoord van {name} is niet gewijzigd. Probeer het opnieuw."
OTHER_PASSPHRASE = (
    "De kopie {name} is gemaakt met een eerder wachtwoord. Typ het wachtwoord dat toen gold; er is niets gewijzigd."
)
OTHER_CASEBOOK = "{name} is geen kopie van dit casusboek. Er is niets gewijzigd. Kies een andere kopie."
WRONG_PASSPHRASE = "Dit is niet het wachtwoord van {name}. Er is niets gewijzigd. Typ het wachtwoord opnieuw."
EXISTS = "Het bestand {name} bestaat al en is niet overschreven. Kies een andere naam of open het bestaande bestand."

_BY_CODE = {
    "SQLITE_NOTADB": WRONG_OR_DAMAGED,
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_FORMAT": DAMAGED,
    "SQLITE_BUSY": IN_USE,
    "SQLITE_LOCKED": IN_USE,
    "SQLITE_FULL": FULL,
    "SQLITE_READONLY": NO_ACCESS,
    "SQLITE_CANTOPEN": NO_ACCESS,
    "SQLITE_PERM": NO_ACCESS,
    "SQLITE_AUTH": NO_ACCESS,
    "SQLITE_CONSTRAINT": REFUSED,
    "SQLITE_MISMATCH": REFUSED,
    "SQLITE_TOOBIG": REFUSED,
}
_BY_ERRNO = {
    errno.ENOENT: MISSING,
    errno.EISDIR: FOLDER,
    errno.EACCES: NO_ACCESS,
    errno.EPERM: NO_ACCESS,
    errno.EROFS: NO_ACCESS,
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EEXIST: EXISTS,
}


class FileProblem(Problem):
    """A problem of a file. `kind` is the sentence of this module that it is told with."""

    def __init__(self, kind: str, path: Path) -> None:
        super().__init__(kind.format(name=path.name))
        self.kind = kind


def problem(sentence: str, path: Path) -> FileProblem:
    """The sentence about this file; only its name is told, never its folder."""
    return FileProblem(sentence, path)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn every failure of the file into one Problem about `path`."""
    try:
        yield
    except dbapi2.Error as error:
        raise _explain_driver(error, path) from None
    except OSError as error:
        raise problem(_BY_ERRNO.get(error.errno or 0, FAILED), path) from None
    except (OverflowError, UnicodeEncodeError):
        raise problem(REFUSED, path) from None


def _explain_driver(error: BaseException, path: Path) -> FileProblem:
    name = str(getattr(error, "sqlite_errorname", None) or "")
    family = "_".join(name.split("_")[:2])
    if family == "SQLITE_ERROR" and _is_emptied(path):
        return problem(DAMAGED, path)
    return problem(_BY_CODE.get(family, FAILED), path)


def _is_emptied(path: Path) -> bool:
    """Whether nothing is left in the file: SQLite then finds no table in it, and nothing wrong with it."""
    try:
        return path.stat().st_size == 0
    except OSError:
        return False
