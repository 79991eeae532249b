"""A password on a finished PDF: AES-256 (revision 6, as in PDF 2.0), over everything in it, metadata too.

The rule: who has the password may do everything. The bits that forbid copying or printing are asked of the reader's
goodwill and promise nothing, so none is set. Keys and initial vectors are drawn anew each time: the same document with
the same password gives other bytes, and the same document when it is opened.
"""

from __future__ import annotations

import unicodedata
from io import BytesIO

from tijdlijn.model.problems import Problem

MOST_BYTES = 127
"""Of a password in UTF-8; the standard takes no note of what comes after."""
EMPTY = "Een leeg wachtwoord beschermt niets; er is niets gemaakt. Typ een wachtwoord, of kies geen wachtwoord."
TOO_LONG = f"Een wachtwoord op een PDF kan {MOST_BYTES} tekens lang zijn, met accenten minder. Er is niets gemaakt."


def encrypted(pdf: bytes, password: str) -> bytes:
    """The document as it opens with this password only. Raises Problem for a password that cannot be one.

    The password is taken in its composed form (NFKC), so that it opens whatever keyboard typed the accents.
    """
    import pikepdf

    word = unicodedata.normalize("NFKC", password)
    if not word.strip():
        raise Problem(EMPTY)
    if len(word.encode()) > MOST_BYTES:
        raise Problem(TOO_LONG)
    buffer = BytesIO()
    nothing_forbidden = pikepdf.Permissions(modify_assembly=True)
    lock = pikepdf.Encryption(owner=word, user=word, R=6, aes=True, metadata=True, allow=nothing_forbidden)
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(
            buffer, encryption=lock, object_stream_mode=pikepdf.ObjectStreamMode.generate, fix_metadata_version=False
        )
    return buffer.getvalue()
