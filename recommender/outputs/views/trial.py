"""What a scenario assumes and moves, then the ranking that comes out."""

from __future__ import annotations

from ...model.study import Trial
from ..blocks import Heading, Title, View
from ..render import Options
from . import VIEWS
from .study import study_view


@VIEWS.add(Trial)
def trial_view(result: Trial, options: Options) -> View:
    """What the scenario assumes and moves, then the ranking that comes out."""
    title, *rest = VIEWS.of_type(type(result.recommendation))(result.recommendation, options)
    assert isinstance(title, Title)
    above = study_view(result.study, options)
    return (*above, Heading(title.text), *(block for block in rest if block not in above))
