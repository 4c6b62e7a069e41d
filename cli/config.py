"""Show the settings in force."""

from __future__ import annotations

from typing import Annotated

import typer

from ._commands import Panel, command
from ._emit import emit
from ._exit import ExitCode
from ._options import ConfigFile, Lens, Output

Profile = Annotated[
    str | None,
    typer.Argument(metavar="[PROFILE]", show_default=False, help="A profile: what the ris3.yaml it belongs to says."),
]


@command(Panel.START, 5, examples=("ris3 config show", "ris3 config show my-region/profile.yaml --lens green"))
def show(output: Output, source: Profile = None, lens: Lens = None, config: ConfigFile = None) -> ExitCode:
    """Print every setting, its value and where it came from.

    What is said later wins: the defaults, then the lens, then the ris3.yaml of the profile's folder,
    then your --config, then options.
    """
    from recommender.workflows.settings import show_settings

    return emit(show_settings(source, lens=lens, config=config), output)
