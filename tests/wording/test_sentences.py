"""Every kind of finding has a sentence in every language, and every sentence keeps the rules."""

import re

import pytest

from recommender import wording
from recommender.model.finding import FACTS, KINDS, Finding
from recommender.wording.catalogue import briefs, sentences
from tests.wording.facts import IDS, NAMES, TEXTS, findings

LANGUAGES = wording.languages()
SCALES = {
    "en": ("of 1", "of the", "quotient", "between 0 and 1", "wanted", "score", "competences each", "at least"),
    "it": ("su 1", "su", "quoziente", "da 0 a 1", "punteggio", "competenze ciascuno"),
}
QUOTES = {
    "title",
    "publisher",
    "url",
    "message",
    "place",
    "given",
    "held",
    "reference",
    "id",
    "field",
    "written",
    "wanted",
    "files",
    "version",
    "version_from",
}


def told(finding, language):
    return wording.sentence(finding, NAMES, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_tells_exactly_the_documented_kinds(language):
    assert set(sentences(language)) == set(KINDS)
    assert set(briefs(language)) <= set(KINDS)


def test_languages_have_the_same_short_forms():
    assert len({frozenset(briefs(language)) for language in LANGUAGES}) == 1


def test_every_fact_is_explained_and_used():
    carried = {name for kind in KINDS.values() for name in kind.facts}
    assert carried == set(FACTS)


def test_codes_are_unique():
    assert len({kind.code for kind in KINDS.values()}) == len(KINDS)


def test_a_finding_carries_exactly_the_facts_of_its_kind():
    with pytest.raises(ValueError, match="carries the facts path, percentile, draws; given: path, percentile"):
        Finding("luck", "x", {"path": "x", "percentile": 0.5})
    with pytest.raises(ValueError, match="not a documented kind"):
        Finding("lucky", "x")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
class TestEverySentence:
    def test_is_whole(self, kind, language):
        for _, text in sentences_of(kind, language):
            assert text == text.strip()
            assert not re.search(r"None(?! of the)|nan\b|[{}]|\[|\]|  |,,|\(\)| [,.:;]", text), text
            if kind not in ("illustrative", "input_warning", "source"):
                assert text.endswith("."), text
                assert text[0].isupper() or text[0] in "“–" or text[0].isdigit() or text[0] in "<>", text

    def test_names_everything_by_its_label(self, kind, language):
        idents = [ident for idents in IDS.values() for ident in idents if ident not in IDS["activity"]]
        for _, text in sentences_of(kind, language):
            assert not [ident for ident in idents if ident in text], text

    def test_prints_two_decimals_in_the_marks_of_the_language(self, kind, language):
        mark = re.escape({"it": ","}.get(language, "."))
        for finding, text in sentences_of(kind, language):
            for number in re.findall(r"\d+[.,]\d+", without_quotes(finding, text)):
                thousands = re.fullmatch(r"\d{1,3}[.,]\d{3}", number)
                assert thousands or re.fullmatch(rf"\d+{mark}(\d\d|\d)", number), text

    def test_gives_no_number_without_its_scale(self, kind, language):
        for finding, text in sentences_of(kind, language):
            if re.search(r"\d[.,]\d\d(?!\d)", without_quotes(finding, text)):
                assert any(scale in text for scale in SCALES[language]), text

    def test_has_a_short_form(self, kind, language):
        for finding, text in sentences_of(kind, language):
            assert 0 < len(wording.brief(finding, NAMES, language)) <= max(len(text), 140)


def sentences_of(kind, language):
    return [(finding, told(finding, language)) for finding in findings(kind)]


def without_quotes(finding, text):
    """The sentence without what it quotes from elsewhere."""
    for name in QUOTES & set(finding.facts):
        text = text.replace(str(TEXTS.get(name)), "")
    return text


def test_an_id_without_a_label_is_printed_as_it_is():
    finding = Finding("weak_link", "x", {"path": "x", "a": "left", "b": "right", "strength": 0.3, "passive": False})
    assert "left and right" in wording.sentence(finding, {}, "en")


def test_a_name_that_lacks_the_language_falls_back_to_english():
    finding = Finding("weak_link", "x", {"path": "x", "a": "left", "b": "right", "strength": 0.3, "passive": False})
    text = wording.sentence(finding, {"left": {"en": "Left"}, "right": {"fr": "Droite"}}, "it")
    assert "Left e Droite" in text


def test_an_unknown_language_is_our_bug():
    with pytest.raises(ValueError, match="no words in the language 'xx'"):
        wording.sentence(Finding("led_alone", "x", dict.fromkeys(KINDS["led_alone"].facts)), {}, "xx")


def test_long_lists_name_the_first_and_count_the_rest():
    paths = ["path_one", "path_two", "path_three", "path_four", "path_five", "path_six"]
    facts = {"competence": "competence_one", "level": 0.5, "paths": paths, "best_actor": None, "best_level": None}
    assert "and 3 more" in told(Finding("prerequisite", "competence_one", facts), "en")
    assert "e altri 3" in told(Finding("prerequisite", "competence_one", facts), "it")


LEVELS = {"en": ("wanted", "minimum", "needed"), "it": ("desiderat", "minimo", "necessari")}
"""The word for a fact `level`, for a fact `minimum`, and one that would do for both and so says neither."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if {"level", "minimum"} & set(kind.facts)])
def test_the_level_wanted_and_the_minimum_have_each_one_word(kind, language):
    wanted, minimum, neither = LEVELS[language]
    plain = next(iter(findings(kind)))
    for text in (told(plain, language).lower(), wording.brief(plain, NAMES, language).lower()):
        assert neither not in text
        if "level" not in KINDS[kind].facts or text == wording.brief(plain, NAMES, language).lower():
            continue
        assert wanted in text, text
        assert (minimum in text) == ("minimum" in KINDS[kind].facts), text
