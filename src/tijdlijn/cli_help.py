"""What the commands say of themselves and of what was typed wrong, in Dutch: click by itself speaks English."""

from __future__ import annotations

from typing import Any

import click

_HEADINGS = {"Options": "Opties", "Commands": "Opdrachten"}


class _DutchHelp(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, "Gebruik: " if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))


class _DutchContext(click.Context):
    formatter_class = _DutchHelp


class _DutchCommand(click.Command):
    context_class = _DutchContext

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **{"options_metavar": "[OPTIES]", **named})

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "Toon deze uitleg."
        return option


class DutchGroup(_DutchCommand, click.Group):
    command_class = _DutchCommand


def usage_problem(error: click.UsageError) -> str:
    """What is wrong with what was typed, as one Dutch sentence."""
    if isinstance(error, click.MissingParameter):
        return f"In de opdracht ontbreekt {_called(error.param) if error.param else 'iets'}."
    if isinstance(error, click.NoSuchOption):
        return f"De optie {error.option_name} bestaat niet."
    if isinstance(error, click.BadOptionUsage):
        return f"De optie {error.option_name} heeft een waarde nodig, en maar één."
    if isinstance(error, click.BadParameter) and error.param:
        return f"De waarde van {_called(error.param)} kan niet{_choices(error.param)}."
    return "De opdracht heeft woorden die er niet in horen; zet een naam met spaties tussen aanhalingstekens."


def _called(parameter: click.Parameter) -> str:
    """As it is typed: `--title`, or the name of a word in the help."""
    return parameter.opts[0] if isinstance(parameter, click.Option) else parameter.human_readable_name.rstrip(".")


def _choices(parameter: click.Parameter) -> str:
    return f": kies {', '.join(parameter.type.choices)}" if isinstance(parameter.type, click.Choice) else ""
