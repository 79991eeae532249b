"""The lines that were typed before, walked through with the arrows as in a shell; nothing that was typed is lost."""

from __future__ import annotations


class TypedBefore:
    """The lines, oldest first. After the last comes the draft: what was being typed when the walk began."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._draft = ""
        self._place = 0

    def keep(self, text: str) -> None:
        """Keep a line that is done with as the last one, after a draft that was left behind."""
        for line in (self._draft, text):
            if line.strip() and line not in self._lines[-1:]:
                self._lines.append(line)
        self._draft = ""
        self._place = len(self._lines)

    def step(self, by: int, now: str) -> str | None:
        """The line before (-1) or after (1) where we are, keeping what stands there `now`; None at either end."""
        target = self._place + by
        if not 0 <= target <= len(self._lines):
            return None
        if self._place == len(self._lines):
            self._draft = now
        elif now.strip():
            self._lines[self._place] = now
        self._place = target
        return self._draft if target == len(self._lines) else self._lines[target]
