"""A profile file -> the model: what each rule refuses, where, and with which hint."""

import itertools
from pathlib import Path

import pytest

from recommender.inputs.reading import Reading
from recommender.model.evidence import Graded
from recommender.model.problem import Code
from recommender.model.profile import Statement
from tests.inputs.reading_of import REGION, SMALL, problems_of, read, told, write


def test_the_smallest_profile(tmp_path):
    reading = Reading()
    profile = read(tmp_path, REGION, reading)
    assert profile.region.name == {"en": "Somewhere"}
    assert [problem.message for problem in reading.warnings] == ["the profile has no clusters yet"]


def test_everything_is_read(tmp_path):
    text = """
schema_version: "1"
region: {code: ITH5, name: {it: Emilia, en: Emilia-Romagna}}
as_of: 2026-11
sources: [{id: s1, title: Source, year: 2020, url: "https://x.eu/a"}]
clusters:
  - id: packaging
    name: Packaging
    activities: [C28]
    competences: {t_vision: {level: 0.7, evidence: measured, source: s1, year: 2023, confidence: 0.5}, t_chips: 0}
associations: [{id: assoc, name: NO, members: [packaging], member_count: {value: 12, source: [s1]}}]
governance: {edp: {process: Workshops, evidence: partial, source: s1}}
"""
    profile = read(tmp_path, text)
    [cluster] = profile.clusters
    assert cluster.competences["t_vision"] == Graded(0.7, "measured", ("s1",), 2023, 0.5)
    assert cluster.competences["t_chips"] == Graded(0)
    assert profile.associations[0].name == {"en": "NO"}
    assert profile.associations[0].member_count == Graded(12, sources=("s1",))
    assert profile.governance.statements == {"edp": Statement({}, {"en": "Workshops"}, None, "partial", None, ("s1",))}
    assert list(profile.region.name) == ["en", "it"]


def test_every_field_knows_its_place(tmp_path):
    reading = Reading()
    read(tmp_path, SMALL, reading)
    place = reading.origins["clusters.packaging.competences.t_vision"]
    assert (Path(place.file).name, place.line, place.column) == ("profile.yaml", 4, 52)
    assert reading.place_of("clusters.packaging.competences.t_vision.level") == place


@pytest.mark.parametrize(
    ("line", "expected", "hint"),
    [
        ("clustres: []", "R302 :5:1 unknown key 'clustres'", "did you mean 'clusters'?"),
        ("clusters: 3", "R301 :5:11 expected a list, found '3'", ""),
        ("clusters: {a: 1}", "R301 :5:11 expected a list, found a mapping", ""),
        ("clusters: [{id: a}]", "R303 :5:12 the key 'name' is missing", "name, in one or several"),
        ("clusters: [{id: a, name: }]", "R303 :5:20 nothing is written for 'name'", ""),
        ("clusters: [{id: A, name: x}]", "R308 :5:17 'A' is not an identifier", "small letters"),
        ("clusters: [{id: a, name: ''}]", "R308 :5:26 the text is empty", ""),
        ("clusters: [{id: a, name: x, maturity: old}]", "R306 :5:39 'old' is not one of the choices", "declining"),
        ("clusters: [{id: a, name: {english: x}}]", "R302 :5:27 'english' is not a language code", "two small letters"),
        ("clusters: [{id: a, name: {}}]", "R301 :5:26 expected a text in at least one language", ""),
        ("clusters: [{id: a, name: x, competences: {t_vision: 35}}]", "R305 :5:53 35 is not between 0 and 1", "0.35"),
        ("clusters: [{id: a, name: x, competences: {t_vision: -1}}]", "R305 :5:53 -1 is not between 0 and 1", ""),
        ("clusters: [{id: a, name: x, competences: {t_vision: '0,5'}}]", "R304 :5:53 '0,5' is not a number", "point"),
        ("clusters: [{id: a, name: x, competences: {t_vision: .nan}}]", "R304 :5:53 '.nan' is not a number", "leave"),
        ("clusters: [{id: a, name: x, competences: {t_vision: {evidence: judged}}}]", "R303 :5:53 the key 'level'", ""),
        ("clusters: [{id: a, name: x, competences: {t_visoin: 1}}]", "R401 :5:43 no competence is called", "t_vision"),
        ("clusters: [{id: a, name: x, activities: [C99]}]", "R401 :5:42 no activity is called 'C99'", "did you mean"),
        ("clusters: [{id: a, name: x}, {id: a, name: y}]", "R402 :5:30 the id 'a' is used here and in line 5", ""),
        ("users: [{id: u, name: x}, {id: v, name: y, sources: s9}]", "R401 :5:53 no source is called 's9'", "none"),
        ("institutions: [{id: packaging, name: x}]", "R402 :5:16 the id 'packaging' is used here and in line 4", ""),
        ("links: [{a: packaging, b: nobody, strength: 1}]", "R401 :5:27 no actor of this profile", "packaging"),
        ("links: [{a: packaging, b: packaging, strength: 1}]", "R403 :5:9 'packaging' is linked to itself", ""),
        ("associations: [{id: a, name: x, members: [ghost]}]", "R401 :5:43 no cluster or institution", "packaging"),
        ("partners: [{id: p, name: x, links: [{from: packaging, to: q, strength: 1}]}]", "R401 :5:59 no actor of", ""),
        ("partners: [{id: p, name: x, region: es21}]", "R308 :5:37 'es21' is not a NUTS code", "capital"),
        ("as_of: 11/2026", "R308 :5:8 '11/2026' is not a date", "YYYY"),
        ("note: &x hello", "R202 :5:7 anchors", ""),
        ("sources: [{id: s1, title: x, year: 2020.5}]", "R304 :5:36 2020.5 is not a whole number", ""),
        ("sources: [{id: s1, title: x, url: 'javascript:alert(1)'}]", "R308 :5:35", "https://"),
        ("governance: {edp: {evidence: maybe}}", "R306 :5:30 'maybe' is not one of the choices", "documented"),
        ("vocabulary: []", "R301 :5:13 expected a file name or a mapping", ""),
    ],
)  # fmt: skip
def test_refuses(tmp_path, line, expected, hint):
    [problem] = (
        problems_of(tmp_path, SMALL.replace("clusters:", "clusters:", 1) + line + "\n")
        if not line.startswith("clusters")
        else problems_of(tmp_path, REGION + "# a line\n# another\n" + line + "\n")
    )
    [text] = told([problem])
    assert text.replace("profile.yaml", "").startswith(expected), text
    assert hint in (problem.hint or "")
    assert problem.line == line


def test_all_problems_are_told_at_once_in_the_order_of_the_file(tmp_path):
    text = REGION + "clusters:\n  - {id: a, nmae: x}\nusers: 3\nlinks: [{a: x}]\nnote: ''\n"
    lines = [problem.at.line for problem in problems_of(tmp_path, text)]
    assert lines == sorted(lines)
    assert len(lines) == 6


ONE_CLUSTER = (Path(__file__).parents[2] / "data/examples/one-cluster/profile.yaml").read_text(encoding="utf-8")
MISTAKES = {
    "unknown key": ("maturity: mature", "maturty: mature"),
    "level above 1": ("t_simulation: 0.4", "t_simulation: 1.4"),
    "no number": ("o_eto: 0.7", "o_eto: much"),
    "no such word": ("evidence: surveyed", "evidence: seen"),
    "unknown competence": ("b_niche_export: 0.5", "b_niche_exprt: 0.5"),
    "unknown activity": ("[C30]", "[C300]"),
    "unknown source": ("source: s_survey", "source: s_survy"),
    "source of the shipped paths": ("t_power_elec: 0.3\n", "t_power_elec: {level: 0.3, source: s_algae}\n"),
    "unknown actor": ("a: marine_institute", "a: marine_institut"),
    "strength of a link": ("strength: 0.6}", "strength: 6}"),
    "kind of an institution": ("kind: research_centre", "kind: resarch_centre"),
}


def mistaken(*names):
    text = ONE_CLUSTER
    for name in names:
        right, wrong = MISTAKES[name]
        assert text.count(right) == 1
        text = text.replace(right, wrong)
    return text


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(MISTAKES, 2)))
def test_no_mistake_hides_another_one(tmp_path, one, other):
    """What cannot be read in one place, and names that nothing answers to in another, are told together."""
    alone = [problem for name in (one, other) for problem in problems_of(tmp_path, mistaken(name))]
    assert len(alone) == 2
    both = problems_of(tmp_path, mistaken(one, other))
    if both[0].at.line == both[1].at.line:  # the line that is shown holds both
        assert {problem.message for problem in both} == {problem.message for problem in alone}
    else:
        assert sorted(both, key=str) == sorted(alone, key=str)


def test_a_link_that_cannot_be_read_does_not_move_the_place_of_the_next(tmp_path):
    text = ONE_CLUSTER + "  - {a: boatyards, strength: 0.5}\n  - {a: boatyards, b: nobody, strength: 0.2}\n"
    missing, unknown = problems_of(tmp_path, text)
    assert "'b' is missing" in missing.message
    assert (unknown.at.line, unknown.message) == (missing.at.line + 1, "no actor of this profile is called 'nobody'")


@pytest.mark.parametrize(("right", "wrong"), [("clusters:", "cluster:"), ("- id: boatyards", "- di: boatyards")])
def test_what_a_misspelt_section_would_have_named_is_not_told_as_unknown(tmp_path, right, wrong):
    found = problems_of(tmp_path, ONE_CLUSTER.replace(right, wrong, 1))
    assert all(problem.code is not Code.NAME_UNKNOWN for problem in found)


@pytest.mark.parametrize(
    ("version", "hint"), [("2", "upgrade"), ("99999999999999999999999", "upgrade"), ("0", "write")]
)
def test_a_file_for_another_version_is_not_read_any_further(tmp_path, version, hint):
    [problem] = problems_of(tmp_path, f'schema_version: "{version}"\nunknown: 1\n')
    assert problem.code is Code.SCHEMA_VERSION
    assert hint in (problem.hint or "")


def test_links_of_the_same_kind_stand_once(tmp_path):
    text = SMALL + "users: [{id: u, name: x}]\nlinks:\n  - {a: packaging, b: u, strength: 1}\n"
    assert not problems_of(tmp_path, text + "  - {a: u, b: packaging, kind: uses, strength: 1}\n")
    [problem] = problems_of(tmp_path, text + "  - {a: u, b: packaging, strength: 0.5}\n")
    assert (problem.code, problem.at.line) == (Code.NAME_TWICE, 8)
    assert "line 7" in problem.message


@pytest.mark.parametrize(
    "line",
    ["region: {nuts: ITH5, name: x}", "twin: {}", "external_links: []", "clusters: [{id: a, name: x, nace: [C28]}]"],
)
def test_keys_of_the_old_drafts_are_refused(tmp_path, line):
    text = 'schema_version: "1"\n' + (line if line.startswith("region") else "region: {name: x}\n" + line)
    assert [problem.code for problem in problems_of(tmp_path, text)] == [Code.SCHEMA_UNKNOWN]


@pytest.mark.parametrize("line", ["must: [t_vision]", "nace: {C28: 1}", 'wipo: ["12"]', "twin: {green: 1}"])
def test_keys_of_the_old_path_drafts_are_refused(tmp_path, line):
    text = REGION + f"paths:\n  paths:\n    p:\n      name: x\n      needs: {{t_vision: 1}}\n      {line}\n"
    [problem] = problems_of(tmp_path, text)
    assert (problem.code, problem.at.line) == (Code.SCHEMA_UNKNOWN, 8)


class TestPartnerWithAProfile:
    PARTNER = SMALL + "partners:\n  - {id: p, name: x, profile: other.yaml}\n"
    OTHER = REGION + (
        "sources: [{id: s1, title: x}]\n"
        "clusters: [{id: a, name: A, competences: {t_vision: {level: 1, source: s1}}}]\n"
        "institutions: [{id: b, name: B}]\n"
    )

    def test_its_actors_are_taken_over(self, tmp_path):
        write(tmp_path, self.OTHER, "other.yaml")
        reading = Reading()
        profile = read(tmp_path, self.PARTNER, reading)
        assert [(actor.id, actor.kind) for actor in profile.partners[0].actors] == [
            ("p_a", "cluster"), ("p_b", "institution"),
        ]  # fmt: skip
        assert Path(reading.origins["partners.p.actors.p_a"].file).name == "other.yaml"

    def test_its_problems_are_told_with_their_place(self, tmp_path):
        write(tmp_path, self.OTHER.replace("name: A", "nmae: A"), "other.yaml")
        found = told(problems_of(tmp_path, self.PARTNER))
        assert found[0].startswith("R303 other.yaml:4:12")

    def test_it_is_not_named_beside_actors(self, tmp_path):
        write(tmp_path, self.OTHER, "other.yaml")
        text = self.PARTNER.replace("other.yaml}", "other.yaml, actors: [{id: z, name: Z}]}")
        assert [problem.code for problem in problems_of(tmp_path, text)] == [Code.NAME_RULE]

    @pytest.mark.parametrize(
        ("name", "code"),
        [("../other.yaml", Code.FILE_OUTSIDE), ("gone.yaml", Code.FILE_MISSING), ("Other.yaml", Code.FILE_MISSING)],
    )
    def test_it_is_a_file_of_the_project(self, tmp_path, name, code):
        write(tmp_path, self.OTHER, "project/other.yaml")
        write(tmp_path, self.OTHER, "other.yaml")
        [problem] = problems_of(tmp_path / "project", self.PARTNER.replace("other.yaml", name))
        assert problem.code is code
        assert problem.at.line == 6


def test_a_code_that_no_vintage_of_nuts_knows_is_worth_a_look(tmp_path):
    reading = Reading()
    read(tmp_path, REGION.replace("{name", "{code: ITH55, name"), reading)
    unknown = [problem for problem in reading.warnings if problem.code is Code.NAME_UNKNOWN]
    assert [(problem.at.line, "did you mean 'ITH5" in problem.hint) for problem in unknown] == [(2, True)]


@pytest.mark.parametrize(
    ("broken", "place"),
    [("vocabulary: missing.yaml", "R101"), ("paths: missing.yaml", "R101"), ("paths: [{id: x}]", "R301")],
)
def test_a_file_that_is_not_there_hides_nothing_that_does_not_need_it(tmp_path, broken, place):
    text = mistaken("unknown actor", "unknown source", "unknown activity") + broken + "\n"
    found = {(problem.code.code, problem.message) for problem in problems_of(tmp_path, text)}
    assert {code for code, _ in found} == {place, "R401"}
    assert len(found) == 4


def test_what_a_lost_vocabulary_would_have_named_is_not_told_as_unknown(tmp_path):
    text = mistaken("unknown competence", "unknown actor") + "vocabulary: missing.yaml\n"
    messages = [problem.message for problem in problems_of(tmp_path, text)]
    assert messages == ["no actor of this profile is called 'marine_institut'", "there is no file 'missing.yaml'"]
