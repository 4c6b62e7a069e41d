"""Command lines that cannot be meant: exit code 2, one line, a hint, nothing on stdout."""

from __future__ import annotations

import json

import pytest

from tests.support import ris3

CASES = [
    (["recomend", "x.yaml"], "unknown command 'recomend'", "did you mean 'recommend'?"),
    (["config", "shwo"], "unknown command 'shwo'", "did you mean 'show'?"),
    (["config"], "missing command", "'ris3 config --help' shows how it is used"),
    (["recommend", "--tpo", "3"], "no such option: --tpo", "did you mean '--top'?"),
    (["recommend", "--top", "0"], "'0' is not a whole number of 1 or more", "--help"),
    (["recommend", "--top", "-1"], "'-1' is not a whole number of 1 or more", "--help"),
    (["recommend", "--top", "1e3"], "'1e3' is not a whole number of 1 or more", "--help"),
    (["recommend", "--top", "١٢"], "is not a whole number of 1 or more", "--help"),
    (["recommend", "--top"], "option '--top' requires an argument", "--help"),
    (["config", "show", "--format", "jsn"], "unknown format 'jsn'", "did you mean 'json'?"),
    (["config", "show", "--lang", "fr"], "'fr' is not one of", "one of: en, it"),
    (["config", "show", "--format", "csv", "-o", "x.json"], "--format csv and the name 'x.json' disagree", "leave out"),
    (["config", "show", "-o", "settings"], "does not say which format", "add --format"),
    (["config", "show", "a", "b"], "got unexpected extra argument", "--help"),
    (["explain", "profile.yaml"], "say SOURCE and ID", "'ris3 recommend SOURCE' prints the ids"),
    (["compare", "profile.yaml", "a"], "say SOURCE and two IDs", "prints the ids"),
    (["explain"], "missing argument", "--help"),
    (["recommend", "-", "--config", "-"], "'-' (standard input) can be read only once", "put one of the two in a file"),
    (["recommend"], "say what to rank", ""),
]


@pytest.mark.parametrize(("arguments", "message", "hint"), CASES, ids=[" ".join(case[0]) for case in CASES])
def test_a_usage_error_is_told_in_our_words(arguments: list[str], message: str, hint: str) -> None:
    done = ris3(*arguments)
    assert (done.code, done.out) == (2, b"")
    first, *rest = done.err.splitlines()
    assert first.startswith("ris3: R701 ")
    assert message in first
    assert hint in "".join(rest)
    assert len(rest) <= 1


def test_errors_are_json_where_json_was_asked_for() -> None:
    for asked in (["--format", "json"], ["--format=json"]):
        done = ris3("recommend", "--top", "0", *asked)
        assert (done.code, done.out) == (2, b"")
        told = json.loads(done.err)
        assert told["schema"] == "ris3/errors/1"
        assert told["errors"][0]["code"] == "R701"
        assert told["more"] == 0
