"""The process that reads one document and ends: a file on its input, text or one sentence on its output.

The rule: what sort of file it is may be asked by its first bytes; then the process is confined, and only then read.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

from tijdlijn.dossier import bounds, wire
from tijdlijn.dossier.formats import Reader, damaged, reader_of
from tijdlijn.model.documents import Document
from tijdlijn.model.problems import Problem


def serve(choose: Callable[[bytes, str], Reader] = reader_of) -> int:
    """Read what comes in, answer, and give the exit code."""
    gc.disable()  # one document, then the end
    data, name = wire.asked(sys.stdin.buffer.read(bounds.MAX_BYTES + 100_000))
    try:
        reader = choose(data, name)
        bounds.confine()
        result = _read(reader, data, name)
    except Problem as problem:
        result = problem
    sys.stdout.buffer.write(wire.answer(result))
    sys.stdout.buffer.flush()
    return 0


def _read(reader: Reader, data: bytes, name: str) -> Document | Problem:
    try:
        return reader(data, name)
    except Problem as problem:
        return problem
    except MemoryError:
        return too_much(name)
    except Exception:  # a reader that met what nobody thought of; the next document is read all the same
        return damaged(name)


def too_much(name: str) -> Problem:
    """What to say of a document that needs more memory than one may."""
    return Problem(
        f"{name} vraagt om te lezen meer geheugen dan een document ooit nodig heeft; er is niets overgenomen. Bewaar "
        "het opnieuw, zo nodig in delen."
    )


if __name__ == "__main__":
    sys.exit(serve())
