"""docs/bad_tables.md is what the tool really says, and no bad table gives silent nonsense."""

import numpy as np
import pytest

from scripts.build_bad_tables_doc import FILE, cases, document, outcome

MEASURED = {
    "region of zeros", "activity of zeros", "year of zeros", "two blocks without a common activity",
    "isolated pair of region and activity", "identical regions",
}  # fmt: skip


def test_the_page_is_up_to_date():
    assert FILE.read_text("utf-8") == document(), "run python -m scripts.build_bad_tables_doc"


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_every_case_ends_in_an_error_or_a_defined_result(case):
    found = outcome(case)
    assert bool(found.errors) != (case.name in MEASURED)
    if found.errors:
        assert all(problem.message and problem.at for problem in found.errors)
        return
    for column in found.result.columns:
        assert not np.isinf(column.values.astype(float)).any()
    assert found.warnings
