"""The outputs of a project: how many are up to date, and the others with the reason."""

from __future__ import annotations

from ...model.project import Upkeep
from ...wording import brief, label, sentence
from ..blocks import Column, Paragraph, Table, Title, View
from ..render import Options
from . import VIEWS


@VIEWS.add(Upkeep)
def upkeep_view(result: Upkeep, options: Options) -> View:
    """What is up to date is counted; a row is something that was made, or that is to be made.

    The region stands there only where there are several.
    """

    def word(key: str) -> str:
        return label("upkeep", key, options.language)

    told = tuple(Paragraph(sentence(finding, {}, options.language)) for finding in result.findings)
    several = len({item.region for item in result.outputs}) > 1
    columns = (
        Column(word("file"), wraps=True),
        *([Column(word("region"), wraps=True)] if several else []),
        Column(word("command"), wraps=True),
        Column(word("state")),
        Column(word("why"), wraps=True),
    )
    rows = tuple(
        (
            item.file,
            *([item.region] if several else []),
            item.command,
            word(item.state),
            brief(item.finding, {}, options.language),
        )
        for item in result.outputs
        if item.state != "current"
    )
    title = Title(word("title").format(project=result.project))
    return (title, *told, Table(columns, rows)) if rows else (title, *told)
