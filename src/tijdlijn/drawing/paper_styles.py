"""What the style names of pages of text and tables look like, in colour and in black and white.

All start with `page.`, so that a theme for paper is a theme of the picture with these beside it. One accent colour;
text at least 4.5 : 1 against its ground; hairlines no thinner than a quarter point.
"""

from __future__ import annotations

from types import MappingProxyType

from tijdlijn.drawing.styles import Hatch, Style, Theme

PAGE: Theme = MappingProxyType(
    {
        "page.title": Style(fill="#1f2933"),
        "page.text": Style(fill="#27313b"),
        "page.strong": Style(fill="#1f2933"),
        "page.muted": Style(fill="#52606d"),
        "page.accent": Style(fill="#1d5fa8"),
        "page.confidential": Style(fill="#b3261e"),
        "page.rule": Style(stroke="#9aa5b1", width=0.4),
        "page.hairline": Style(stroke="#d5dbe2", width=0.3),
        "page.accent.rule": Style(stroke="#1d5fa8", width=0.75),
        "page.cell": Style(stroke="#8793a1", width=0.6),
        "page.mark": Style(fill="#1f2933"),
        "page.gap.zeker": Style(fill="#f1f4f7", hatch=Hatch("#cfd6df", 5.0, 0.5)),
        "page.gap.mogelijk": Style(fill="#ffffff", stroke="#8793a1", width=0.6, dash=(2.4, 2.0)),
        "page.stil": Style(fill="#eef0f3"),
        "page.plate": Style(fill="#ffffff"),
        "page.pan": Style(fill="#fdeee3", stroke="#c8500f", width=0.6),
        "page.pan.mogelijk": Style(fill="#ffffff", stroke="#c8500f", width=0.6, dash=(2.4, 2.0)),
        "page.pan.text": Style(fill="#8a3505"),
        "page.pill.zeker": Style(fill="#1d5fa8", stroke="#1d5fa8", width=0.6),
        "page.pill.zeker.text": Style(fill="#ffffff"),
        "page.pill.mogelijk": Style(fill="#ffffff", stroke="#52606d", width=0.6, dash=(1.6, 1.2)),
        "page.pill.mogelijk.text": Style(fill="#3e4c59"),
        "page.voice.text": Style(fill="#57408a"),
        "page.voice": Style(fill="#f5f2fa"),
        "page.voice.bar": Style(fill="#8d75c2"),
    }
)


def grey(colour: str) -> str:
    """The grey (`#rrggbb`) as light as a colour `#rrggbb` looks (luma of ITU-R BT.601)."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    tone = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return f"#{tone:02x}{tone:02x}{tone:02x}"


def _without_colour(style: Style) -> Style:
    return Style(
        fill=style.fill and grey(style.fill),
        stroke=style.stroke and grey(style.stroke),
        width=style.width,
        dash=style.dash,
        hatch=style.hatch and Hatch(grey(style.hatch.colour), style.hatch.spacing, style.hatch.width),
    )


PAGE_BW: Theme = MappingProxyType({name: _without_colour(style) for name, style in PAGE.items()})
