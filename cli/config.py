"""Show the settings in force."""

from __future__ import annotations

from ._commands import Panel, command
from ._emit import emit
from ._exit import ExitCode
from ._options import ConfigFile, Lens, Output


@command(Panel.START, 5, examples=("ris3 config show", "ris3 config show --lens green --format json"))
def show(output: Output, lens: Lens = None, config: ConfigFile = None) -> ExitCode:
    """Print every setting, its value and where it came from.

    What is said later wins: the defaults, then the lens, then your --config, then options.
    """
    from recommender.workflows.settings import show_settings

    return emit(show_settings(lens=lens, config=config), output)
