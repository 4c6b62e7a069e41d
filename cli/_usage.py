"""A command line that cannot be meant like this: Typer's own errors and ours, in the same words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NoReturn

import typer

if TYPE_CHECKING:
    from recommender.model.problem import Problem

UsageError: type[Exception] = typer.BadParameter.__mro__[1]
"""What Typer raises for a command line that it does not understand; it exports only this subclass."""


def refuse(message: str, *, hint: str | None = None) -> NoReturn:
    """End the run with a usage error."""
    from recommender.model.problem import Code, Problem, RecommenderError

    raise RecommenderError([Problem(Code.USAGE, message, hint=hint)])


def refuse_name(name: str, what: str, known: Iterable[str]) -> NoReturn:
    """End the run because nothing is called `name`, with the nearest one that is."""
    from recommender.model.problem import nearest

    refuse(f"unknown {what} '{name}'", hint=nearest(name, known))


def usage_problem(error: Any) -> Problem:
    """The problem behind one of Typer's own errors."""
    from recommender.model.problem import Code, Problem

    message = error.message if _possible_options(error) else error.format_message()
    return Problem(Code.USAGE, message[:1].lower() + message[1:].rstrip("."), hint=_hint(error))


def _hint(error: Any) -> str:
    from recommender.model.problem import nearest

    options, choices = _possible_options(error), _choices(error)
    if options:
        return f"did you mean '{options[0]}'?"
    if choices:
        return nearest(error.message.partition(" is not ")[0].strip("'\""), choices)
    context = getattr(error, "ctx", None)
    shown = f"'{context.command_path if context else 'ris3'} --help' shows how it is used"
    wanted = getattr(getattr(error, "param", None), "help", None)
    return f"{wanted[:1].lower()}{wanted[1:].rstrip('.')}; {shown}" if wanted and error.message == "" else shown


def _possible_options(error: Any) -> list[str]:
    return list(getattr(error, "possibilities", None) or ())


def _choices(error: Any) -> list[str]:
    kind = getattr(getattr(error, "param", None), "type", None)
    return [str(choice) for choice in getattr(kind, "choices", ())]
