"""Start a profile."""

from __future__ import annotations

from typing import Annotated

import typer

from ._commands import Panel, command
from ._emit import announce
from ._exit import ExitCode
from ._options import Quiet

Folder = Annotated[str, typer.Argument(metavar="DIR", show_default=False, help="Where to put it; made if need be.")]
Template = Annotated[
    str,
    typer.Option("--template", metavar="NAME", help="basque-country, empty, fictional-lagging, norte, one-cluster ..."),
]


@command(Panel.START, 1, examples=("ris3 init my-region", "ris3 init north --template norte"))
def init(folder: Folder, template: Template = "emilia-romagna", quiet: Quiet = False) -> ExitCode:
    """Start a profile: copy an example region, and the schemas by which an editor checks it.

    A ris3.yaml comes with it, unless the folder is part of a project already: 'ris3 run' makes what that
    asks for. Nothing that is already there is replaced.
    """
    from recommender.workflows.profiles import init

    written = init(folder, template=template)
    return announce(written, next_step=f"ris3 recommend {written[0]}", quiet=quiet)
