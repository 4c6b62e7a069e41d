"""Labels: the same in every language, and one for every word that the model knows."""

import re
from typing import get_args

import pytest

from recommender import wording
from recommender.inputs.tables.series import UNITS
from recommender.model.config import CRITERIA
from recommender.model.evidence import EVIDENCE
from recommender.model.finding import FACTS
from recommender.model.profile import MATURITIES
from recommender.model.recommendation import (
    BANDS,
    ActivityEvidence,
    Driver,
    GapSource,
    NoveltyLabel,
    Quadrant,
    Section,
    Transformation,
)
from recommender.model.vocabulary import COMPETENCE_KINDS, TRANSITIONS
from recommender.shipped import lenses
from recommender.wording import catalogue
from tests.wording.facts import words

LANGUAGES = wording.languages()


def literals(kind, field):
    """The words of a dataclass field that is a Literal."""
    return re.findall(r"'(\w+)'", kind.__annotations__[field])


GROUPS = {
    "band": BANDS,
    "criterion": CRITERIA,
    "lens": lenses(),
    "quadrant": get_args(Quadrant),
    "transformation": get_args(Transformation),
    "novelty": get_args(NoveltyLabel),
    "competence_kind": COMPETENCE_KINDS,
    "evidence": EVIDENCE,
    "transition": TRANSITIONS,
    "maturity": MATURITIES,
    "question": literals(Section, "question"),
    "actor_kind": literals(Driver, "kind"),
    "source_kind": literals(GapSource, "kind"),
    "status": literals(ActivityEvidence, "status"),
    "rule": words("rule"),
    "why_missing": words("why"),
    "recoding": words("recoding"),
    "listed": words("listed"),
    "unit": UNITS.values(),
    "basis": words("basis"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", GROUPS)
def test_every_word_of_the_model_has_a_label(group, language):
    assert set(wording.labels(language)[group]) == set(GROUPS[group])


def test_languages_have_the_same_labels():
    shapes = [{group: set(keys) for group, keys in wording.labels(language).items()} for language in LANGUAGES]
    assert all(shape == shapes[0] for shape in shapes)


def test_labels_leave_the_same_places_open():
    for group, keys in wording.labels("en").items():
        for key, text in keys.items():
            for language in LANGUAGES:
                other = wording.label(group, key, language)
                assert sorted(re.findall(r"{\w*}", other)) == sorted(re.findall(r"{\w*}", text)), (group, key)


def test_a_word_that_a_file_brought_is_its_own_label():
    assert wording.label("lens", "ours.yaml", "it") == "ours.yaml"


def test_words_of_facts_are_listed():
    assert all(words(name) for name, fact in FACTS.items() if fact.type.rstrip("?") == "word" and name != "change")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_files_say_the_same_key_differently(language):
    """The later one would win, and a head would stand over figures that it does not name."""
    seen = {}
    for module in catalogue._modules(language):
        if "labels" in module.__name__:
            for group, texts in module.LABELS.items():
                for key in texts:
                    assert (group, key) not in seen, f"{group}.{key}: {seen[group, key]} and {module.__name__}"
                    seen[group, key] = module.__name__
