"""How a run can end: the exit codes that scripts and CI jobs rely on."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Documented in the README; never renumbered."""

    DONE = 0
    """Also when whoever reads our output stops reading."""
    DIFFERENCE = 1
    """A check ran and found something."""
    BAD_INPUT = 2
    """Bad usage, file or configuration; nothing was written."""
    INTERNAL = 3
    """Our bug."""
    INTERRUPTED = 130
    TERMINATED = 143
