"""docs/measures.md is written from the measures, and says what becomes of bad tables."""

from recommender.measures.registry import measures
from scripts import build_measures_doc


def test_the_page_is_up_to_date():
    assert build_measures_doc.FILE.read_text("utf-8") == build_measures_doc.document(), (
        "run python -m scripts.build_measures_doc"
    )


def test_every_measure_has_its_formula_there():
    page = build_measures_doc.FILE.read_text("utf-8")
    assert all(f"**`{name}`**" in page for name in measures())


def test_an_error_and_a_result_are_told_apart():
    assert build_measures_doc.outcome(build_measures_doc.changed(0, 0, "-5")).startswith("error R503")
    assert build_measures_doc.outcome(build_measures_doc.long(build_measures_doc.GOOD)).startswith("empty: 0 of 20 ")
