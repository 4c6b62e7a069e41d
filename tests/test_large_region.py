"""The made-up regions of the benchmark are profiles like any other."""

import json

from benchmarks.large_region import CRITERIA, WHOLE, Size, made_up_profile, settings
from recommender.workflows.recommend import recommend
from recommender.workflows.request import Request


def answer_to(size, folder):
    for name, content in (("profile", made_up_profile(size, seed=1)), ("settings", settings(draws=100))):
        (folder / f"{name}.yaml").write_text(json.dumps(content, indent=1), encoding="utf-8")
    return recommend(Request(str(folder / "profile.yaml"), config=str(folder / "settings.yaml")))


def test_every_criterion_has_a_value_for_every_path(tmp_path):
    answer = answer_to(WHOLE.part(16), tmp_path)
    assert len(answer.opportunities) + len(answer.not_recommended) == WHOLE.part(16).paths
    assert len(answer.opportunities) > WHOLE.part(16).paths / 2
    for item in answer.opportunities:
        assert set(item.weights) == set(CRITERIA), item.id


def test_it_is_as_large_as_it_says():
    size = Size(clusters=7, institutions=9, paths=11, competences=40)
    profile = made_up_profile(size, seed=3)
    assert [len(profile[name]) for name in ("clusters", "institutions")] == [7, 9]
    assert len(profile["paths"]["paths"]) == 11
    kinds = ("technological", "organisational", "business_model")
    assert sum(len(profile["vocabulary"][kind]) for kind in kinds) == 40
    assert profile == made_up_profile(size, seed=3)
