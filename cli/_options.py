"""Options that several commands share, each described once.

A command takes a whole group (`output: Output`); `flat` turns its fields into options for Typer.
"""

from __future__ import annotations

import inspect
import re
import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, get_type_hints

import typer

from ._exit import ExitCode
from ._usage import refuse, refuse_name

Language = Literal["en", "it"]
WRITTEN = "written"
"""Beside an option: what it names is written, like the file of --output."""
STANDARD = "-"
"""As the name of a file: standard input, or standard output."""


def whole_number(least: int, most: int = 999_999_999) -> Callable[[str], int]:
    """A parser of counts. Stricter than int(), which also reads '1_0' and the digits of other scripts."""
    wanted = f"of {least} or more" if most == 999_999_999 else f"from {least} to {most:,}"

    def number(given: str | int) -> int:
        text = str(given)  # defaults come as they are
        if not re.fullmatch(r"[0-9]{1,9}", text) or not least <= int(text) <= most:
            raise typer.BadParameter(f"'{text}' is not a whole number {wanted}")
        return int(text)

    return number


def share(text: str) -> float:
    """A number from 0 to 1. Stricter than float(), which also reads 'nan' and '1_0'."""
    if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,15})?|\.[0-9]{1,15}", text) or not 0 <= float(text) <= 1:
        raise typer.BadParameter(f"'{text}' is not a number from 0 to 1")
    return float(text)


def format_names() -> tuple[str, ...]:
    from recommender.outputs.render import formats

    return formats()


def lens_names() -> list[str]:
    from recommender.shipped import lenses

    return lenses()


Source = Annotated[
    str | None,
    typer.Argument(
        metavar="SOURCE", show_default=False, help="A profile (file or folder), or a region's NUTS code or name."
    ),
]
SourceAndId = Annotated[
    list[str],
    typer.Argument(metavar="[SOURCE] ID", show_default=False, help="As for recommend, and a path or an activity."),
]
SourceAndTwoIds = Annotated[
    list[str],
    typer.Argument(metavar="[SOURCE] ID ID", show_default=False, help="As for recommend, and two paths or activities."),
]
Lens = Annotated[
    str | None,
    typer.Option(
        "--lens",
        metavar="NAME|FILE",
        autocompletion=lens_names,
        help="Which weights to use: balanced, green, low-risk ...",
    ),
]
ConfigFile = Annotated[str | None, typer.Option("--config", metavar="FILE", help="Your own settings.")]
Top = Annotated[int | None, typer.Option("--top", metavar="N", parser=whole_number(1), help="Only the best N.")]
Years = Annotated[
    str | None, typer.Option("--years", metavar="FROM-TO", help="The years that a roadmap fills, as in 2026-2034.")
]
Draws = Annotated[
    int | None,
    typer.Option(
        "--draws",
        metavar="N",
        parser=whole_number(100, 1_000_000),
        help="How often judgements and statistics are drawn: 100 or more.",
    ),
]
Spread = Annotated[
    float | None,
    typer.Option("--spread", metavar="SHARE", parser=share, help="How far a judged number may be off; 0.15."),
]
LockFile = Annotated[str | None, typer.Option("--lock", metavar="FILE", help="Keep it in FILE instead."), WRITTEN]
Within = Annotated[
    int | None, typer.Option("--top", metavar="N", parser=whole_number(1), help="Ranks count among the first N; 10.")
]
Tolerance = Annotated[
    float | None,
    typer.Option("--tolerance", metavar="SHARE", parser=share, help="Scores count from this change on; 0.005."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No warnings and no remarks on stderr.")]


@dataclass(frozen=True, slots=True)
class Reading:
    """How the user's own CSV files are written."""

    encoding: Annotated[
        str, typer.Option("--encoding", metavar="NAME", help="Encoding of your files, such as cp1252.")
    ] = "utf-8"
    delimiter: Annotated[
        str | None,
        typer.Option(
            "--delimiter", metavar="CHARACTER", help="What stands between cells: a comma, unless the file is a .tsv."
        ),
    ] = None
    decimal: Annotated[
        str, typer.Option("--decimal", metavar="CHARACTER", help="The decimal mark of a CSV file: point or comma.")
    ] = "."


@dataclass(frozen=True, slots=True)
class Basis:
    """What an answer rests on."""

    table: Annotated[
        str | None,
        typer.Option("--table", metavar="FILE", help="Your own CSV of statistics: region, activity[, year], value."),
    ] = None
    region: Annotated[str | None, typer.Option("--region", metavar="CODE", help="The region in your table.")] = None
    indicator: Annotated[
        str | None, typer.Option("--indicator", metavar="NAME", help="Which series of your table, if it holds several.")
    ] = None
    year: Annotated[
        int | None,
        typer.Option("--year", metavar="YEAR", parser=whole_number(1), help="Of your table; else the newest."),
    ] = None
    reference: Annotated[
        str | None,
        typer.Option("--reference", metavar="NAME|FILE", help="Statistics of regions: see 'ris3 reference list'."),
    ] = None
    relatedness: Annotated[
        str | None,
        typer.Option(
            "--relatedness",
            metavar="MEASURE=FILE[:WEIGHT]",
            help="Also count labour moves, deliveries or a matrix: input-output=io.csv,skill-relatedness=moves.csv:0.5",
        ),
    ] = None
    lens: Lens = None
    config: ConfigFile = None
    seed: Annotated[
        int | None,
        typer.Option("--seed", metavar="N", parser=whole_number(0), help="Draws other made-up paths to compare with."),
    ] = None


@dataclass(frozen=True, slots=True)
class Output:
    """Where an answer goes, and in which shape."""

    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="NAME",
            autocompletion=format_names,
            help="table, json, csv, md or github; by default what the name of FILE ends in, else table.",
        ),
    ] = None
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write FILE, whole or not at all.")
    ] = None
    lang: Annotated[Language, typer.Option("--lang", help="Language of the sentences.")] = "en"
    quiet: Quiet = False
    also: ClassVar[tuple[str, ...]] = ()  # formats of some answers only, and the endings of their files

    def __post_init__(self) -> None:
        known = (*format_names(), *self.also)
        if self.format and self.format not in known:
            refuse_name(self.format, "format", known)
        named = self._format_of_file
        if self.file and not named and not self.format:
            refuse(f"the name '{self.output}' does not say which format to write", hint="add --format")
        if named and self.format and named != self.format:
            refuse(f"--format {self.format} and the name '{self.output}' disagree", hint="leave out --format")

    @property
    def file(self) -> str | None:
        """The file to write; None for standard output."""
        return None if self.output == STANDARD else self.output

    @property
    def chosen(self) -> str:
        return self.format or self._format_of_file or "table"

    @property
    def _format_of_file(self) -> str | None:
        from recommender.outputs.render import format_of_extension

        ending = Path(self.file).suffix if self.file else ""
        return ending[1:].lower() if ending[1:].lower() in self.also else format_of_extension(ending)


def source_and_ids(words: list[str], count: int, *, table: str | None) -> tuple[str | None, list[str]]:
    """Take `[SOURCE] ID …` apart: with a table of their own, people leave out SOURCE."""
    if len(words) == count and table is not None:
        return None, words
    if len(words) != count + 1:
        wanted = "SOURCE and ID" if count == 1 else "SOURCE and two IDs"
        said = "1 word was given" if len(words) == 1 else f"{len(words)} words were given"
        refuse(f"say {wanted}: {said}", hint="'ris3 recommend SOURCE' prints the ids")
    return words[0], words[1:]


def asked(source: str | None, *groups: Any) -> str:
    """What the user said of the region and its data, as it is typed: for the commands that are offered next."""
    words = [source] if source else []
    for group in groups:
        said = ((item.name, getattr(group, item.name), item.default) for item in fields(group))
        words += [word for name, value, default in said if value != default for word in (f"--{name}", str(value))]
    return shlex.join(words)


def flat(function: Callable[..., ExitCode]) -> Callable[..., ExitCode]:
    """`function` with the fields of its option groups as parameters of their own, which is what Typer reads."""
    groups: dict[str, Any] = {}
    parameters: list[inspect.Parameter] = []
    hints = get_type_hints(function, include_extras=True)
    written = ["output", *(name for name, hint in hints.items() if WRITTEN in getattr(hint, "__metadata__", ()))]
    for parameter in inspect.signature(function).parameters.values():
        hint = hints[parameter.name]
        if is_dataclass(hint):
            groups[parameter.name] = hint
            parameters += _parameters(hint)
        else:
            parameters.append(parameter.replace(annotation=hint, kind=inspect.Parameter.KEYWORD_ONLY))

    def call(**values: Any) -> ExitCode:
        _check_files(values, written)
        for name, group in groups.items():
            values[name] = group(**{item.name: values.pop(item.name) for item in fields(group)})
        return function(**values)

    call.__doc__ = function.__doc__
    call.__annotations__ = {}
    call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return call


def _parameters(group: Any) -> Iterator[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    for item in fields(group):
        yield inspect.Parameter(
            item.name, inspect.Parameter.KEYWORD_ONLY, default=item.default, annotation=hints[item.name]
        )


def _check_files(values: Mapping[str, Any], written: Sequence[str]) -> None:
    """Refuse to read standard input twice, and to write over a file that is read or written as well."""
    words = [word for name, value in values.items() if name not in written for word in _words(value)]
    if words.count(STANDARD) > 1:
        refuse("'-' (standard input) can be read only once", hint="put one of the two in a file")
    outputs = [value for name in written if (value := values.get(name)) and value != STANDARD]
    for place, output in enumerate(outputs):
        if any(_same_file(output, word) for word in words):
            refuse(f"'{output}' is read by this command, so it is not written over", hint="choose another name for it")
        if output in outputs[:place]:
            refuse(f"'{output}' would be written twice", hint="choose two names")


def _words(value: Any) -> list[str]:
    if isinstance(value, list):
        return value
    return [value] if isinstance(value, str) else []


def _same_file(first: str, second: str) -> bool:
    try:
        return Path(first).samefile(second)
    except (OSError, ValueError):
        return False


def years_of(text: str | None) -> tuple[int, int] | None:
    """The first and the last year of `--years`, if it was given."""
    if text is None:
        return None
    span = re.fullmatch(r"([12][0-9]{3})-([12][0-9]{3})", text)
    if span is None:
        refuse(f"'{text}' are no years", hint="as in --years 2026-2034")
    return int(span[1]), int(span[2])
