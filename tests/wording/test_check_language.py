"""The list for a translator: empty for a language that is whole, and true for one that is not."""

from __future__ import annotations

import pytest

from recommender.wording import catalogue, languages
from scripts import check_language


@pytest.mark.parametrize("language", languages())
def test_what_is_shipped_is_whole(language, capsys):
    assert check_language.main([language]) == 0
    assert capsys.readouterr().out.startswith(f"{language}: ")


def test_what_is_missing_is_told(monkeypatch, capsys):
    whole = catalogue.labels("it")
    without = {group: {key: text for key, text in words.items() if key != "high"} for group, words in whole.items()}
    monkeypatch.setattr(
        check_language, "labels", lambda language: without if language == "it" else catalogue.labels(language)
    )
    assert check_language.main(["it"]) == 1
    assert "label band.high" in capsys.readouterr().out.splitlines()


def test_an_unknown_language_is_refused(capsys):
    assert check_language.main(["xx"]) == 2
    assert "it" in capsys.readouterr().err
