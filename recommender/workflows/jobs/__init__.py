"""What a project can keep up to date. One file a command; its options bear the names that they have there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...inputs.project_shape import OutputKind
from ...inputs.structures import Field
from ...outputs.registry import Registry
from ...outputs.render import format_endings, format_of_extension, render
from ..request import Request

if TYPE_CHECKING:
    from ...outputs.render import Result


@dataclass(frozen=True, slots=True)
class Order:
    """One output to be made.

    `options` are those of its command, `target` is the file that is wanted (only its name matters),
    `asked` what a user would type to name the region.
    """

    request: Request
    options: Mapping[str, Any]
    target: Path
    language: str
    asked: str

    def rendered(self, result: Result) -> bytes:
        """A result in the format that the name of the file asks for."""
        format = format_of_extension(self.target.suffix) or "table"
        return render(result, format, language=self.language, source=self.asked).encode()


@dataclass(frozen=True, slots=True)
class Job:
    """How an output is made, what it may say, and the endings of its file's name."""

    make: Callable[[Order], bytes]
    fields: tuple[Field, ...]
    endings: Callable[[], tuple[str, ...]]

    @property
    def kind(self) -> OutputKind:
        return OutputKind(self.fields, self.endings())


JOBS: Registry[str, Job] = Registry(__package__)


def answers(command: str, *fields: Field) -> Callable[[Callable[[Order], Result]], Callable[[Order], Result]]:
    """Register what gives a result: it is written in any format, by the name of the file."""

    def keep(answer: Callable[[Order], Result]) -> Callable[[Order], Result]:
        JOBS.add(command)(Job(lambda order: order.rendered(answer(order)), fields, format_endings))
        return answer

    return keep


def kinds() -> Mapping[str, OutputKind]:
    """What outputs there can be, by command."""
    return {name: job.kind for name, job in sorted(JOBS.all().items())}
