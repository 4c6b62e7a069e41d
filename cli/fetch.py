"""A table from a statistical office."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ._commands import Panel, command
from ._emit import announce
from ._errors import say
from ._exit import ExitCode
from ._options import STANDARD, Quiet
from ._progress import progress
from ._usage import refuse


def _services() -> list[str]:
    from recommender.workflows.fetch import service_names

    return service_names()


Provider = Annotated[
    str, typer.Argument(metavar="PROVIDER", autocompletion=_services, show_default=False, help="eurostat or oecd.")
]
Dataset = Annotated[str, typer.Argument(metavar="DATASET", show_default=False, help="What the office calls the table.")]
Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[KEY=CODE,...]", show_default=False, help="Only these codes, and time=2015-2023."),
]
Table = Annotated[
    str,
    typer.Option(
        "-o", "--output", metavar="FILE", show_default=False, help="The table to write: .csv, .tsv, .csv.gz or .tsv.gz."
    ),
]
Address = Annotated[
    str | None,
    typer.Option(
        "--service", metavar="URL", envvar="RIS3_SERVICE", show_envvar=False, help="Ask a mirror: https://HOST/PATH."
    ),
]
Cache = Annotated[str | None, typer.Option("--cache", metavar="FOLDER", help="Keep downloads there instead.")]
Refresh = Annotated[bool, typer.Option("--refresh", help="Ask again, although a copy is less than a day old.")]


@command(
    Panel.MEASURE,
    3,
    examples=(
        "ris3 fetch eurostat sbs_r_nuts06_r2 -o employment.tsv.gz",
        "ris3 fetch oecd OECD.CFE.EDS,DSD_REG_ECO@DF_GDP,2.0 time=2015-2023 -o gdp.csv",
    ),
)
def fetch(
    provider: Provider,
    dataset: Dataset,
    output: Table,
    words: Words = None,
    address: Address = None,
    cache: Cache = None,
    refresh: Refresh = False,
    quiet: Quiet = False,
) -> ExitCode:
    """Download a table of Eurostat or the OECD, with a record of where it is from.

    FILE.provenance.json says what was asked, when, at which address, and the checksum. A download that
    is cut off goes on where it stopped; copies are kept for a day. Needs: pip install 'ris3[fetch]'.
    """
    if output == STANDARD:
        refuse("the table is written to a file, with its provenance beside it", hint="-o employment.tsv.gz")
    from datetime import UTC, datetime

    from recommender.workflows.fetch import Fetch, FetchRequest

    request = FetchRequest(provider, dataset, words or [], output, _folder(cache), address, refresh)
    job = Fetch(request, proxy=_proxy, now=lambda: datetime.now(UTC))
    with progress(job.what, quiet=quiet, share=job.share):
        done = job.run()
    if done.copy_of and not quiet:
        say(f"the copy that was fetched at {done.copy_of}; --refresh asks again")
    return announce(done.files, next_step=f"ris3 table {output}", quiet=quiet)


def _folder(given: str | None) -> Path:
    """Where downloads are kept: where the system keeps what can be fetched again."""
    if given is not None:
        return Path(given)
    try:
        from platformdirs import user_cache_path
    except ImportError:
        refuse("fetching needs the package platformdirs", hint="pip install 'ris3[fetch]'")
    return user_cache_path("ris3", appauthor=False)


def _proxy(host: str) -> str | None:
    """The proxy that the system or the environment names for a host; never one for this machine."""
    from urllib.request import getproxies, proxy_bypass

    if host in ("localhost", "::1") or host.startswith("127.") or proxy_bypass(host):
        return None
    found = getproxies()
    return found.get("https") or found.get("all")
