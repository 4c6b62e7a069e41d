"""The drafts of ../shared/example-regions predate the format: they are refused, cleanly and for the right reasons."""

from __future__ import annotations

import pytest

from recommender.inputs.reading import Reading
from recommender.model.problem import Code, InputErrors
from recommender.workflows.loading import load_profile
from tests.shared_data import SHARED
from tests.support import require

DRAFTS = ("basque-country", "emilia-romagna", "nord-est-romania", "norte", "paths", "vocabulary")


@pytest.mark.parametrize("name", DRAFTS)
def test_a_draft_is_refused(name: str) -> None:
    file = SHARED / "example-regions" / f"{name}.yaml"
    require("SHARED", file.exists(), f"needs {file.name} of ../shared/example-regions")
    with pytest.raises(InputErrors) as caught:
        load_profile(str(file), Reading())
    codes = {problem.code for problem in caught.value.problems}
    assert codes & {Code.SCHEMA_UNKNOWN, Code.SCHEMA_MISSING}
    assert all(problem.at and problem.at.line for problem in caught.value.problems)
