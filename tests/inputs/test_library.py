"""Own vocabularies and paths: inline, in a file, and on top of the shipped ones or of each other."""

from pathlib import Path

import pytest

from recommender.inputs.folders import LONGEST_CHAIN
from recommender.inputs.reading import Reading
from recommender.model.problem import Code
from tests.inputs.reading_of import REGION, problems_of, read, told, write
from tests.made_up_profiles import LIBRARY, VOCABULARY

PATHS = 'schema_version: "1"\nversion: own\n'
OWN = "paths:\n  %s: {name: Mine, needs: {t_vision: 0.5}}\n"


def test_left_out_means_the_shipped_ones(tmp_path):
    profile = read(tmp_path, REGION)
    assert profile.vocabulary == VOCABULARY
    assert profile.library == LIBRARY


def test_a_file_of_paths_stands_alone(tmp_path):
    write(tmp_path, PATHS + OWN % "mine", "my/paths.yaml")
    assert list(read(tmp_path, REGION + "paths: my/paths.yaml\n").library.paths) == ["mine"]


def test_paths_can_be_added_to_the_shipped_ones(tmp_path):
    write(tmp_path, PATHS + "extends: shipped\n" + OWN % "chip_fab", "paths.yaml")
    reading = Reading()
    library = read(tmp_path, REGION + "paths: paths.yaml\n", reading).library
    assert library.paths.keys() == LIBRARY.paths.keys()
    assert library.paths["chip_fab"].name == {"en": "Mine"}
    assert library.version == "own"
    assert library.sources == LIBRARY.sources


def test_the_places_of_an_overridden_path_are_its_own(tmp_path):
    write(tmp_path, PATHS + "extends: shipped\n" + OWN % "chip_fab", "paths.yaml")
    reading = Reading()
    read(tmp_path, REGION + "paths: paths.yaml\n", reading)
    assert Path(reading.origins["library.paths.chip_fab"].file).name == "paths.yaml"
    assert "library.paths.chip_fab.summary" not in reading.origins
    assert reading.origins["library.paths.circular_packaging"].file == "data/paths/practice.yaml"


def test_a_source_of_the_shipped_paths_may_be_listed_again(tmp_path):
    name = sorted(LIBRARY.sources)[0]
    text = f"paths:\n  extends: shipped\n  sources: [{{id: {name}, title: New}}]\n  paths: {{}}\n"
    assert read(tmp_path, REGION + text).library.sources[name].title == "New"


def test_an_own_vocabulary_inline(tmp_path):
    text = "vocabulary:\n  extends: shipped\n  organisational:\n    o_own: {label: Own}\n"
    vocabulary = read(tmp_path, REGION + text).vocabulary
    assert vocabulary.competences["o_own"].kind == "organisational"
    assert len(vocabulary.competences) == len(VOCABULARY.competences) + 1
    assert vocabulary.specificity["o_own"] > 0


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("vocabulary:\n  extends: shipped\n  technological: {x: {label: X}}\n  organisational: {x: {label: X}}\n",
         "R402", "stands under"),
        ("vocabulary:\n  technological: {x: {label: X}}\n", "R404", "the shipped paths need"),
        ("vocabulary:\n  extends: shipped\n  technological: {x: {label: X, near: [y]}}\n", "R401", "no competence"),
        ("vocabulary:\n  extends: shipped\n  technological: {x: {label: X, near: [x]}}\n", "R403", "near itself"),
        ("vocabulary:\n  extends: shipped\n  technological: {x: {label: X, id: y}}\n", "R302", "unknown key 'id'"),
        ("vocabulary:\n  extends: shipped\n  technological: {x: {label: X, wipo: ['36']}}\n", "R308", "WIPO"),
        ("paths:\n  paths: {p: {name: P, needs: {}}}\n", "R303", "at least one competence"),
        ("paths:\n  paths: {p: {name: P, needs: {t_vision: 0}}}\n", "R305", "above 0"),
        ("paths:\n  paths: {p: {name: P, needs: {t_vision: 1}, essential: [t_chips]}}\n", "R401", "need of this path"),
        ("paths:\n  paths: {p: {name: P, needs: {t_vision: 1}, challenges: [x]}}\n", "R401", "no challenge"),
        ("paths:\n  paths: {p: {name: P, needs: {t_vision: 1}, activities: {C28: 0.5}}}\n", "R309", "add up to 0.5"),
        ("paths:\n  paths: {p: {name: P, needs: {t_vision: 1}, sources: [s]}}\n", "R401", "no source"),
        ("paths:\n  paths: {p: {id: q, name: P, needs: {t_vision: 1}}}\n", "R302", "unknown key 'id'"),
        ("paths: {}\n", "R303", "'paths' is missing"),
        ("paths: gone.yaml\n", "R101", "no file"),
        ("paths: /etc/passwd\n", "R108", "absolute"),
        ("paths: ../x.yaml\n", "R108", "outside"),
        ("paths: 'https://x.eu/paths.yaml'\n", "R108", "web address"),
        ("paths: 'C:\\x.yaml'\n", "R108", "absolute"),
        ("paths: ~/x.yaml\n", "R108", "absolute"),
    ],
)  # fmt: skip
def test_refuses(tmp_path, text, code, words):
    problems = problems_of(tmp_path, REGION + text)
    assert [problem.code.code for problem in problems] == [code], told(problems)
    assert words in problems[0].message
    assert problems[0].at.line >= 3


def test_a_circle_is_told_with_its_chain(tmp_path):
    write(tmp_path, PATHS + "extends: b.yaml\n" + OWN % "p", "a.yaml")
    write(tmp_path, PATHS + "extends: a.yaml\n" + OWN % "q", "b.yaml")
    [problem] = problems_of(tmp_path, REGION + "paths: a.yaml\n")
    assert problem.code is Code.FILE_CYCLE
    assert "a.yaml -> b.yaml -> a.yaml" in problem.message
    assert (Path(problem.at.file).name, problem.at.line) == ("b.yaml", 3)


def test_a_chain_has_an_end(tmp_path):
    for number in range(10):
        text = PATHS + (f"extends: f{number + 1}.yaml\n" if number < 9 else "") + OWN % f"p{number}"
        write(tmp_path, text, f"f{number}.yaml")
    [problem] = problems_of(tmp_path, REGION + "paths: f0.yaml\n")
    assert problem.code is Code.FILE_CYCLE
    assert not problems_of(tmp_path, REGION + f"paths: f{10 - LONGEST_CHAIN + 1}.yaml\n")


def test_a_link_must_not_leave_the_project(tmp_path):
    write(tmp_path, PATHS + OWN % "p", "outside.yaml")
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "paths.yaml").symlink_to(tmp_path / "outside.yaml")
    assert [problem.code for problem in problems_of(tmp_path / "project", REGION + "paths: paths.yaml\n")] == [
        Code.FILE_OUTSIDE
    ]


def test_links_in_a_circle_are_no_file(tmp_path):
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    assert [problem.code for problem in problems_of(tmp_path, REGION + "paths: a.yaml\n")] == [Code.FILE_MISSING]


def test_the_project_is_where_its_settings_are(tmp_path):
    write(tmp_path, "", "ris3.yaml")
    write(tmp_path, PATHS + OWN % "p", "shared/paths.yaml")
    assert not problems_of(tmp_path / "region", REGION + "paths: ../shared/paths.yaml\n")


def test_problems_of_an_included_file_do_not_hide_those_of_the_profile(tmp_path):
    write(tmp_path, PATHS + "paths: 3\n", "paths.yaml")
    found = told(problems_of(tmp_path, REGION + "paths: paths.yaml\nclustres: []\n"))
    assert [text.split()[1].split(":")[0] for text in found] == ["paths.yaml", "profile.yaml"]


def test_a_name_that_differs_in_case_only_is_another_name(tmp_path):
    write(tmp_path, PATHS + OWN % "p", "paths.yaml")
    [problem] = problems_of(tmp_path, REGION + "paths: Paths.yaml\n")
    assert problem.code is Code.FILE_MISSING
    assert "paths.yaml" in (problem.hint or "")
