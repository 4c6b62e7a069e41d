"""Problems as people read them on stderr, or as JSON for a machine."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ._exit import ExitCode
from ._text import pointed_at, printable

if TYPE_CHECKING:
    from recommender.model.problem import Problem

TRACEBACK = "RIS3_TRACEBACK"
SCHEMA = "ris3/errors/1"


def tell_of(error: Exception, *, as_json: bool = False) -> ExitCode:
    """Say on stderr what went wrong, and whose turn it is: the user's, the system's or ours."""
    from recommender.model.problem import Code, Problem, RecommenderError

    if isinstance(error, RecommenderError):
        return tell(error.problems, as_json=as_json)
    if isinstance(error, OSError):
        return tell([Problem(Code.OUTPUT_PLACE, f"the system refuses: {error.strerror or error}")], as_json=as_json)
    return _tell_of_bug(error, as_json=as_json)


def tell(problems: Sequence[Problem], *, as_json: bool = False) -> ExitCode:
    """Say on stderr what is wrong: the first twenty problems, and how many more there are."""
    if as_json:
        shown, hidden = _first(problems)
        _say_json([_as_record(problem) for problem in shown], hidden)
    else:
        _say_problems(problems)
    return ExitCode.BAD_INPUT


def warn(problems: Sequence[Problem]) -> None:
    """Say on stderr what deserves a look."""
    _say_problems(problems, "warning ")


def _say_problems(problems: Sequence[Problem], kind: str = "") -> None:
    shown, hidden = _first(problems)
    for place, problem in enumerate(shown):
        # What helps with a whole column is said once, under the last of its cells.
        told_below = shown[place + 1 : place + 2] and problem.hint == shown[place + 1].hint
        say(as_text(replace(problem, hint=None) if told_below else problem, kind))
    say(*([f"ris3: and {hidden} more"] if hidden else []))


def _first(problems: Sequence[Problem]) -> tuple[Sequence[Problem], int]:
    from recommender.model.problem import MOST_PROBLEMS_SHOWN

    return problems[:MOST_PROBLEMS_SHOWN], max(0, len(problems) - MOST_PROBLEMS_SHOWN)


def _tell_of_bug(error: Exception, *, as_json: bool) -> ExitCode:
    """Say that it is our fault, in one line; the traceback only if somebody asked for it."""
    message = f"this is a mistake in ris3, not in your files: {type(error).__name__}: {error} ({_origin(error)})"
    hint = f"please report it with the command that you ran; {TRACEBACK}=1 shows where it happened"
    if os.environ.get(TRACEBACK) == "1":
        import traceback

        say("".join(traceback.format_exception(error)).rstrip())
    if as_json:
        _say_json([{"code": None, "message": message, "hint": hint}], 0)
    else:
        say(f"ris3: {printable(message)}\n  hint: {hint}")
    return ExitCode.INTERNAL


def say(*lines: str) -> None:
    """Lines on stderr; nothing is lost if nobody listens there."""
    from recommender.outputs.layout.encoding import readable

    if sys.stderr is None:
        return
    with suppress(OSError):
        for line in lines:
            print(readable(line, sys.stderr.encoding), file=sys.stderr)


def as_text(problem: Problem, kind: str = "") -> str:
    """`FILE:LINE:COL: R103 message`, the offending line with a caret, and what to do about it."""
    at = problem.at
    place = printable(str(at)) if at else "ris3"
    lines = [f"{place}: {kind}{problem.code.code} {printable(problem.message)}"]
    if at and problem.line is not None:
        line, caret = pointed_at(problem.line, at.column or 1)
        lines += [f"    {part}" for part in ((line, caret) if at.column else (line,))]
    if problem.hint:
        lines.append(_fitted(f"  hint: {printable(problem.hint)}"))
    return "\n".join(lines)


def _fitted(hint: str) -> str:
    """A long hint as a paragraph on a terminal; elsewhere it stays one line."""
    if sys.stderr is None or not sys.stderr.isatty():
        return hint
    width = shutil.get_terminal_size().columns
    return textwrap.fill(
        hint, width, subsequent_indent=" " * 8, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )


def _as_record(problem: Problem) -> dict[str, Any]:
    at = problem.at
    place = {"file": at.file, "line": at.line, "column": at.column} if at else {}
    return {"code": problem.code.code, "message": problem.message, "hint": problem.hint, "text": problem.line, **place}


def _say_json(errors: list[dict[str, Any]], hidden: int) -> None:
    import json

    say(json.dumps({"schema": SCHEMA, "errors": errors, "more": hidden}, sort_keys=True))


def _origin(error: Exception) -> str:
    """The innermost line of ours that the error passed through."""
    place = "before the first line"
    trace = error.__traceback__
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.split(".")[0] in ("cli", "recommender"):
            place = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
