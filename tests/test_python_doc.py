"""Every example of docs/python.md, run as it stands."""

import doctest

from tests.support import ROOT

TOUR = ROOT / "docs" / "python.md"


def test_the_tour_prints_what_it_says():
    text = TOUR.read_text("utf-8").replace("```pycon\n", "").replace("```\n", "\n")
    tour = doctest.DocTestParser().get_doctest(text, {}, "python.md", str(TOUR), 0)
    told: list[str] = []
    found = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(tour, out=told.append)
    assert found.attempted > 8
    assert found.failed == 0, "".join(told)
