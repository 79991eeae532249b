"""Where the shipped files (fonts, icons, the example) are: beside the code when installed, else in the checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Path of a shipped file below `resources/`, as in `resource("fonts", "SourceSansPro-Regular.ttf")`.

    Raises FileNotFoundError when the installation lacks it.
    """
    for root in (_PACKAGE / "resources", _PACKAGE.parent.parent / "resources"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(parts))
