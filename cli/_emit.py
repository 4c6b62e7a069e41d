"""An answer on its way out: to standard output, or to a file that is whole or untouched."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ._errors import say, warn
from ._exit import ExitCode
from ._options import STANDARD, Output
from ._text import printable
from ._usage import refuse

if TYPE_CHECKING:
    from recommender.outputs.render import Result

PartName = Annotated[
    str | None,
    typer.Option(
        "--part",
        metavar="NAME",
        show_default=False,
        help="One part alone and whole; as CSV, its table. findings are all sentences with their lines.",
    ),
]


def emit(
    result: Result, output: Output, *, asked: str | None = None, part: str | None = None,
    beside: Mapping[Path, bytes] | None = None,
) -> ExitCode:  # fmt: skip
    """Render an answer and send it where the user wants it; warnings go to stderr.

    `asked` is what the user typed to name the region: the commands that an answer offers next repeat it. `part` is
    the one that is asked for, of an answer in parts. Files `beside` it are written with it: all of them or none.
    """
    if part is not None and output.chosen != "csv":
        result = _part_of(result, part, output.chosen)
    from recommender.model.listing import Listing
    from recommender.outputs.render import render

    surface = _surface(output)
    if asked is not None and output.lang != "en":
        asked += f" --lang {output.lang}"
    text = render(
        result,
        output.chosen,
        language=output.lang,
        source=asked,
        width=surface.width,
        terminal=surface.colour,
        encoding=surface.encoding,
        part=part,
        cut=output.file is None,
    )
    if isinstance(result, Listing) and output.chosen != "json" and not output.quiet:
        warn(result.warnings)
    return emit_text(text, output.file, encoding=surface.encoding, quiet=output.quiet, beside=beside)


def emit_part(result: Result, output: Output, *, asked: str | None, part: str | None) -> ExitCode:
    """Render an answer in parts, or the one that is asked for; of a CSV that holds one, say which others there are."""
    done = emit(result, output, asked=asked, part=part)
    if output.chosen == "csv" and part is None and not output.quiet:
        from recommender.outputs.tables import part_names

        held, *others = part_names(result, output.lang)
        if others:
            say(f"this CSV holds the part {held}; --part NAME gives another: {', '.join(others)}")
    return done


def _part_of(result: Result, part: str, format: str) -> Result:
    from recommender.model.study import Study

    if format == "json" or not isinstance(result, Study):
        told = "a JSON holds all parts" if format == "json" else "this answer has its parts in CSV only"
        refuse(f"--part {part}: {told}", hint="add --format csv")
    return result.only(part)


def emit_text(
    text: str, file: str | None = None, *, encoding: str = "utf-8", quiet: bool = False,
    beside: Mapping[Path, bytes] | None = None,
) -> ExitCode:  # fmt: skip
    """Send a finished text. Data is UTF-8 on every machine; only what people read follows their terminal."""
    data = text.encode(encoding)
    if file is None or file == STANDARD:
        _write(beside or {}, quiet=quiet)
        return _print(data)
    return _write({**(beside or {}), Path(file): data}, quiet=quiet)


def _write(files: Mapping[Path, bytes], *, quiet: bool) -> ExitCode:
    """Write all of the files or none, and say so."""
    if files:
        from recommender.outputs.files import write_atomically, write_together

        if len(files) == 1:
            [(path, data)] = files.items()
            write_atomically(path, data)
        else:
            write_together(files)
        announce(list(files), quiet=quiet)
    return ExitCode.DONE


def emit_bulk(write: Callable[[Path], None], output: Output) -> ExitCode:
    """Send what `write` puts into a file: for answers that are too large to hold as one text."""
    import tempfile  # brings random numbers and hashes with it

    from recommender.outputs.files import fill_atomically

    if output.file is not None:
        fill_atomically(Path(output.file), write)
        return announce([Path(output.file)], quiet=output.quiet)
    if sys.stdout is None:
        raise OSError(errno.EBADF, "standard output is closed")
    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder) / "part"
        write(part)
        with part.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer, 1 << 20)
    sys.stdout.buffer.flush()
    return ExitCode.DONE


def announce(written: Sequence[Path], *, next_step: str | None = None, quiet: bool = False) -> ExitCode:
    """Say on stderr which files there are now, and what people usually do next."""
    if not quiet:
        say(*(f"wrote {printable(str(path))}" for path in written))
        say(*([f"next: {printable(next_step)}"] if next_step else []))
    return ExitCode.DONE


def _print(data: bytes) -> ExitCode:
    if sys.stdout is None:
        raise OSError(errno.EBADF, "standard output is closed")
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    return ExitCode.DONE


@dataclass(frozen=True, slots=True)
class _Surface:
    """What an answer is shown on. A file, and data for another program, are the same on every machine."""

    width: int | None = None
    colour: bool = False
    encoding: str = "utf-8"


def _surface(output: Output) -> _Surface:
    if sys.stdout is None or output.file or output.chosen != "table":
        return _Surface()
    if not sys.stdout.isatty():
        return _Surface(encoding=sys.stdout.encoding)
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return _Surface(shutil.get_terminal_size().columns, not plain, sys.stdout.encoding)
