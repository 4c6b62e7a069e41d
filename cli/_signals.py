"""Ctrl-C and `kill`: what is half done is cleaned up, and the exit code says which it was."""

from __future__ import annotations

import signal
from types import FrameType

from ._exit import ExitCode

_ENDINGS = {signal.SIGINT: ExitCode.INTERRUPTED, signal.SIGTERM: ExitCode.TERMINATED}


class Stopped(BaseException):
    """The run was told to stop. Not an Exception, so that nothing on the way mistakes it for a failure."""

    def __init__(self, code: ExitCode) -> None:
        super().__init__(code)
        self.code = code


def listen() -> None:
    """Raise `Stopped` on the first signal; a second one ends the process at once.

    A signal that the caller has switched off (a job in the background) stays switched off.
    """
    for number in _ENDINGS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def _stop(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_DFL)
    raise Stopped(_ENDINGS[signal.Signals(number)])
