"""What can be computed of colours: mixing, contrast, how far apart two look, and how a colour-blind eye sees them.

Colours are `#rrggbb`. Contrast is that of WCAG 2.2. Colour blindness is simulated with the matrices of Machado,
Oliveira and Fernandes (2009) at full severity, in linear light. Distances are CIE76 in L*a*b* under D65: 2.3 is just
noticed, 10 is seen at a glance.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import dist
from types import MappingProxyType

Vector = tuple[float, float, float]

BLINDNESS: Mapping[str, tuple[Vector, Vector, Vector]] = MappingProxyType(
    {
        "protanopie": ((0.15229, 1.05258, -0.20487), (0.1145, 0.78628, 0.09922), (-0.00388, -0.04812, 1.052)),
        "deuteranopie": ((0.36732, 0.86065, -0.22797), (0.28009, 0.6725, 0.04741), (-0.01182, 0.04294, 0.96888)),
        "tritanopie": ((1.25553, -0.07675, -0.17878), (-0.07841, 0.93081, 0.1476), (0.00473, 0.69137, 0.3039)),
        "grijs": ((0.2126, 0.7152, 0.0722), (0.2126, 0.7152, 0.0722), (0.2126, 0.7152, 0.0722)),
    }
)
"""By name: the rows of the matrix that takes linear red, green and blue to what is seen. Grey is no colour at all."""
_WHITE: Vector = (0.95047, 1.0, 1.08883)


def mixed(colour: str, other: str, share: float) -> str:
    """`colour` with `share` (0 to 1) of `other` in it, as `#rrggbb`."""
    pairs = zip(_bytes(colour), _bytes(other), strict=True)
    return "#" + "".join(f"{round(a * (1 - share) + b * share):02x}" for a, b in pairs)


@cache
def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def legible(colour: str, grounds: tuple[str, ...], least: float) -> str:
    """The nearest colour with at least this contrast on every ground: itself, or darker or lighter than it.

    Where no colour can (a light and a dark ground), the best of black and white.
    """
    ways = [_until(colour, towards, grounds, least) for towards in ("#000000", "#ffffff")]
    found = [way for way in ways if way is not None]
    if not found:
        return max("#000000", "#ffffff", key=lambda end: min(contrast(end, ground) for ground in grounds))
    return min(found, key=lambda way: distance(way, colour))


def seen(colour: str, blindness: str = "") -> str:
    """How an eye with this form of blindness (a name of `BLINDNESS`) sees a colour; the colour itself for none."""
    if not blindness:
        return colour
    light = _linear(colour)
    values = (sum(part * value for part, value in zip(row, light, strict=True)) for row in BLINDNESS[blindness])
    return "#" + "".join(f"{round(255 * _gamma(min(max(value, 0.0), 1.0))):02x}" for value in values)


def distance(first: str, second: str, blindness: str = "") -> float:
    """How far apart two colours look (CIE76) to an eye with this form of blindness, or to one without."""
    return dist(_lab(seen(first, blindness)), _lab(seen(second, blindness)))


def _until(colour: str, towards: str, grounds: tuple[str, ...], least: float) -> str | None:
    for step in range(51):
        tried = mixed(colour, towards, step / 50)
        if all(contrast(tried, ground) >= least for ground in grounds):
            return tried
    return None


def _bytes(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(colour: str) -> Vector:
    red, green, blue = ((v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4) for v in _shares(colour))
    return float(red), float(green), float(blue)


def _shares(colour: str) -> Vector:
    red, green, blue = _bytes(colour)
    return red / 255, green / 255, blue / 255


def _gamma(value: float) -> float:
    return float(value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055)


@cache
def _lab(colour: str) -> Vector:
    red, green, blue = _linear(colour)
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / _WHITE[0]
    y = (0.2126729 * red + 0.7151522 * green + 0.072175 * blue) / _WHITE[1]
    z = (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / _WHITE[2]
    fx, fy, fz = (float(v ** (1 / 3)) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)
