"""Activities and challenges as they come with ris3."""

import pytest

from recommender.inputs.taxonomies import read_activities, read_challenges
from recommender.model.problem import InputErrors
from recommender.workflows.shelf import CHALLENGES, NACE, known_activities
from tests.inputs.reading_of import write


def test_the_88_divisions():
    activities = known_activities()
    assert len(activities) == 88
    assert all(activity.code == code == activity.section + code[1:] for code, activity in activities.items())
    assert all({"en", "it"} <= activity.label.keys() for activity in activities.values())
    assert all(set(activity.transitions) == {"green", "digital", "social"} for activity in activities.values())
    assert activities["C28"].technology == "medium-high"


def test_tags_follow_the_rule_at_the_top_of_the_file():
    for activity in known_activities().values():
        for transition in ("green", "social"):
            assert (transition in activity.tags) == (activity.transitions[transition] >= 0.5), activity.code


def test_challenges():
    challenges = read_challenges(CHALLENGES)
    assert challenges["packaging_waste"].label["it"] == "Rifiuti di imballaggio"


def test_a_broken_file_is_told(tmp_path):
    text = NACE.read_text("utf-8").replace('section: "A"', 'section: "1"', 1)
    with pytest.raises(InputErrors, match="is not a section"):
        read_activities(write(tmp_path, text))
