"""What comes with ris3 keeps its own rules: vocabulary, paths, examples."""

import math
from collections import Counter

import pytest

from recommender import shipped
from recommender.inputs.reading import Reading
from recommender.model.problem import Place
from recommender.model.vocabulary import COMPETENCE_KINDS, TRANSITIONS
from recommender.workflows.loading import load_profile
from recommender.workflows.shelf import known_activities, shipped_shelf
from tests.made_up_profiles import LIBRARY, VOCABULARY

PREFIX = dict(zip(COMPETENCE_KINDS, ("t_", "o_", "b_"), strict=True))
EVERY_PATH = pytest.mark.parametrize("path", LIBRARY.paths.values(), ids=list(LIBRARY.paths))
EVERY_EXAMPLE = pytest.mark.parametrize("template", shipped.templates())


def load(template, reading=None):
    return load_profile(str(shipped.EXAMPLES / template / "profile.yaml"), reading or Reading())


def test_every_template_of_the_design_is_there():
    assert {"emilia-romagna", "basque-country", "norte", "nord-est-romania", "fictional-lagging", "empty",
            "one-cluster"} <= set(shipped.templates())  # fmt: skip


def test_competences_say_their_kind_and_speak_two_languages():
    for word in VOCABULARY.competences.values():
        assert word.id.startswith(PREFIX[word.kind])
        assert {"en", "it"} <= word.label.keys()
        assert word.kind == "technological" or not word.wipo


def test_near_is_mutual():
    words = VOCABULARY.competences
    assert not [(word.id, near) for word in words.values() for near in word.near if word.id not in words[near].near]


def test_labels_are_told_apart():
    for language in ("en", "it"):
        counts = Counter(word.label[language].casefold() for word in VOCABULARY.competences.values())
        assert not [label for label, times in counts.items() if times > 1]


def test_a_path_stands_in_one_file_only():
    names = [name for file in shipped.PATHS.glob("*.yaml") for name in _paths_in(file)]
    assert len(names) == len(set(names)) == len(LIBRARY.paths)
    assert len(names) >= 36


def _paths_in(file):
    from recommender.inputs.library import read_node

    return read_node(file, Reading()).entries["paths"][1].entries


@EVERY_PATH
def test_a_path_is_complete(path):
    assert {"en", "it"} <= path.name.keys()
    assert {"en", "it"} <= path.summary.keys()
    assert path.kind is not None
    assert path.complexity is not None
    assert set(path.transitions) <= set(TRANSITIONS)
    assert len(path.needs) >= 4


@EVERY_PATH
def test_essentials_are_needs(path):
    assert set(path.essential) <= path.needs.keys()
    assert 1 <= len(path.essential) <= len(path.needs) / 2


@EVERY_PATH
def test_needs_are_of_more_than_one_kind(path):
    kinds = {VOCABULARY.competences[need].kind for need in path.needs}
    assert "technological" in kinds
    assert len(kinds) >= 2


@EVERY_PATH
def test_activities_are_shares_of_known_divisions(path):
    assert path.activities.keys() <= known_activities().keys()
    assert math.isclose(math.fsum(path.activities.values()), 1, abs_tol=1e-9)


def test_every_competence_is_needed_somewhere():
    needed = {need for path in LIBRARY.paths.values() for need in path.needs}
    unused = VOCABULARY.competences.keys() - needed
    assert len(unused) <= len(VOCABULARY.competences) / 10, sorted(unused)


@EVERY_EXAMPLE
def test_an_example_is_read_without_problems(template):
    reading = Reading()
    load(template, reading)
    assert [problem.message for problem in reading.warnings] in ([], ["the profile has no clusters yet"])


@EVERY_EXAMPLE
def test_an_example_names_its_schema_for_editors(template):
    first = (shipped.EXAMPLES / template / "profile.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=./schemas/profile.schema.json"


@EVERY_EXAMPLE
def test_an_example_says_that_it_is_no_assessment(template):
    note = load(template).note.get("en", "")
    assert template == "empty" or "Illustrative profile, not an assessment" in note


@EVERY_EXAMPLE
def test_what_was_measured_has_a_source(template):
    profile = load(template)
    for cluster in profile.clusters:
        for group in (cluster.competences, cluster.facets, cluster.figures, cluster.exposure):
            unfounded = [name for name, number in group.items() if number.evidence != "judged" and not number.sources]
            assert not unfounded, (cluster.id, unfounded)


@EVERY_EXAMPLE
def test_members_of_associations_have_a_source(template):
    profile = load(template)
    invented = profile.region.code is None
    assert invented or not [row.id for row in profile.associations if row.members and not row.sources]


@EVERY_EXAMPLE
def test_every_listed_source_is_used(template):
    reading = Reading()
    profile = load(template, reading)
    used = {mention.name for mention in reading.mentions if isinstance(mention.at, Place)}
    assert not profile.sources.keys() - used


def test_shipped_files_are_named_without_the_machine():
    for file in (shipped.VOCABULARY, *shipped_shelf().paths):
        assert shipped.display_name(file).startswith("data/")


def test_the_scenarios_that_every_workshop_asks_for_are_there():
    assert shipped.scenarios() == [
        "budget-limited", "digital-leap", "employer-leaves", "green-transition", "partnership", "pooled-services",
        "research-centre",
    ]  # fmt: skip
