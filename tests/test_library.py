"""`import recommender`: the jobs it offers, at no cost before one is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import recommender
from tests.support import EMILIA_ROMAGNA, ROOT


@pytest.mark.parametrize("name", recommender.__all__)
def test_every_job_that_is_offered_is_there(name):
    assert callable(getattr(recommender, name))
    assert getattr(recommender, name).__name__ == name


def test_what_is_not_offered_is_no_attribute():
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = recommender.nonsense


def test_importing_it_loads_nothing_heavy():
    code = "import sys, recommender; print(*{'numpy', 'yaml', 'scipy', 'duckdb'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_the_example_of_its_docstring():
    answer = recommender.recommend(recommender.Request(str(EMILIA_ROMAGNA), lens="green"))
    assert answer.opportunities[0].rank == 1
