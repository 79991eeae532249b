"""Control words of rich text that stand for a sign, end a paragraph, or begin a group of a known sort."""

from __future__ import annotations

SIGNS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
PLAIN_SIGNS = {"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
PARAGRAPH_ENDS = frozenset(("par", "sect", "page", "column"))
SILENT = frozenset(
    ("colortbl", "info", "listtext", "pntext", "nonesttables", "shprslt", "nonshppict", "mmathPict", "sn", "sv", "upr",
     "fldinst", "xe", "tc", "rxe", "txe", "bxe", "atrfstart", "atrfend", "atnid", "atnauthor", "atndate", "atnref",
     "atnicn", "atntime", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "filetbl", "revtbl",
     "falt", "panose", "template", "private", "objclass", "objname", "objdata", "comment", "keycode"),
)  # fmt: skip
MARGINS = frozenset(f"{sort}{which}" for sort in ("header", "footer") for which in ("", "l", "r", "f"))
LOOKED_INTO = frozenset(("shpinst", "nesttableprops", "do", "moMath", "ud", "shppict"))
"""Groups that older programs may skip but that hold text, or lead to it."""
