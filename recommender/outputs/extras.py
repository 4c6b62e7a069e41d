"""Libraries that not everybody installs: what to say when one is missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ..model.problem import Code, OutputError, Problem


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """Imports of what the extra `extra` brings."""
    try:
        yield
    except ModuleNotFoundError as error:
        message = f"this needs the Python package '{error.name}', which is not installed"
        hint = f"pip install 'ris3[{extra}]'"
        raise OutputError([Problem(Code.USAGE, message, hint=hint)]) from None
