"""Reports as files. One file a kind of document; the ending of the target's name chooses it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ...model.report import Reader, Report
from ..files import output_error
from ..registry import Registry


@dataclass(frozen=True, slots=True)
class Wish:
    """For whom a document is, in which language, and the file that it takes its looks from."""

    reader: Reader = "team"
    language: str = "en"
    template: Path | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """How a document is written, and whether somebody's own template can give it its looks."""

    write: Callable[[Report, Wish], bytes]
    takes_template: bool = False


DOCUMENTS: Registry[str, Kind] = Registry(__package__)


def document_bytes(report: Report, target: Path, wish: Wish) -> bytes:
    """The report as the kind of document that the name of `target` ends in.

    Raises
    ------
    OutputError
        If there is no such kind, or it takes no template.
    """
    known = DOCUMENTS.all()
    kind = known.get(target.suffix.lower())
    if kind is None:
        raise output_error(
            target, "the name does not say which document to write", f"end it in {', '.join(sorted(known))}"
        )
    if wish.template is not None and not kind.takes_template:
        takers = ", ".join(sorted(ending for ending, item in known.items() if item.takes_template))
        raise output_error(target, f"a {target.suffix} takes no template", f"--template is for {takers}")
    return kind.write(report, wish)
