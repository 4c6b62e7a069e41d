"""A folder of CSV files -> the same profile as YAML, and the same errors, each in its file, line and column."""

import itertools
from pathlib import Path

import pytest

from recommender.inputs.reading import Reading
from recommender.model.evidence import Graded
from recommender.model.problem import Code, InputErrors
from recommender.workflows.loading import load_profile
from tests.inputs.reading_of import told, write

FILES = {
    "region.csv": "schema_version,code,name,name_it,as_of\n1,ITH5,Emilia,Emilia-Romagna,2026-11\n",
    "sources.csv": "id,title,year\ns1,Survey,2024\n",
    "clusters.csv": "id,name,activities,sources\npackaging,Packaging,C28 C22,s1\nfood,Food,,\n",
    "institutions.csv": "id,name,kind\nunibo,University,university\n",
    "associations.csv": "id,name,members\nassoc,Clust-ER,packaging unibo\n",
    "competences.csv": (
        "actor,competence,level,evidence,source,year,confidence\n"
        "packaging,t_vision,0.7,measured,s1,2023,0.5\npackaging,t_chips,0,,,,\nunibo,t_vision,1,,,,\n"
    ),
    "numbers.csv": "actor,number,value,source\npackaging,figures.employees,12000,s1\nassoc,member_count,12,\n",
    "links.csv": "a,b,kind,strength,strength_confidence\nunibo,packaging,co_develops,0.5,0.9\n",
}


def folder(tmp_path, changes=None):
    for name, text in {**FILES, **(changes or {})}.items():
        if text is not None:
            write(tmp_path, text, name)
    return tmp_path


def load(tmp_path, reading=None, **options):
    return load_profile(str(tmp_path), reading or Reading(), **options)


def problems_of(tmp_path, changes, **options):
    with pytest.raises(InputErrors) as caught:
        load(folder(tmp_path, changes), **options)
    return list(caught.value.problems)


def test_everything_is_read(tmp_path):
    profile = load(folder(tmp_path))
    assert profile.region.name == {"en": "Emilia", "it": "Emilia-Romagna"}
    packaging, food = profile.clusters
    assert packaging.activities == ("C28", "C22")
    assert packaging.competences == {"t_vision": Graded(0.7, "measured", ("s1",), 2023, 0.5), "t_chips": Graded(0)}
    assert packaging.figures == {"employees": Graded(12000, sources=("s1",))}
    assert food.competences == {}
    assert profile.associations[0].member_count == Graded(12)
    assert profile.links[0].strength == Graded(0.5, confidence=0.9)
    assert profile.institutions[0].competences == {"t_vision": Graded(1)}


def test_fields_know_their_place(tmp_path):
    reading = Reading()
    load(folder(tmp_path), reading)
    place = reading.origins["clusters.packaging.competences.t_vision"]
    assert (Path(place.file).name, place.line, place.column) == ("competences.csv", 2, 11)
    assert reading.line_at(place).startswith("packaging,t_vision")


def test_the_files_of_spreadsheets(tmp_path):
    for name, text in FILES.items():
        write(tmp_path, "\ufeff" + text.replace(",", ";").replace("0.", "0,").replace("\n", "\r\n"), name)
    profile = load(tmp_path, delimiter=";", decimal=",")
    assert profile.clusters[0].competences["t_vision"].value == 0.7
    assert profile == load(folder(tmp_path))


def test_cells_may_be_of_another_encoding(tmp_path):
    write(folder(tmp_path), "id,name\npackaging,Città\nfood,Food\n".encode("cp1252"), "clusters.csv")
    assert load(tmp_path, encoding="cp1252").clusters[0].name == {"en": "Città"}


@pytest.mark.parametrize("text", ["C28 C22", "C28, C22", "C28;C22", " C28   C22 "])
def test_lists_in_a_cell(tmp_path, text):
    profile = load(folder(tmp_path, {"clusters.csv": f'id,name,activities\npackaging,P,"{text}"\nfood,F,\n'}))
    assert profile.clusters[0].activities == ("C28", "C22")


CLUSTERS, COMPETENCES = "clusters.csv", "competences.csv"
LEVELS, VALUES = "actor,competence,level\n", "actor,number,value\n"
CASES = [
    (CLUSTERS, "id;name\npackaging;P\n", "R501 :1:1", "--delimiter ';'"),
    (CLUSTERS, "id\tname\npackaging\tP\n", "R501 :1:1", "--delimiter tab"),
    (CLUSTERS, "id,nmae\npackaging,P\n", "R501 :1:4 unknown column 'nmae'", "did you mean 'name'?"),
    (CLUSTERS, "id,name,name\npackaging,P,P\n", "R501 :1:9 the column 'name' is there twice", "keep"),
    (CLUSTERS, "id,name,name_en\npackaging,P,P\n", "R501 :1:9 unknown column 'name_en'", "name"),
    (CLUSTERS, "id,name,\npackaging,P,\n", "R501 :1:9 unknown column ''", "delete"),
    (CLUSTERS, "name\nP\n", "R501 :1:1 there is no column 'id'", "there are: name"),
    (CLUSTERS, "packaging,Packaging\nfood,Food\n", "R501 :1:1 unknown column 'packaging'", ""),
    (CLUSTERS, ",,\n", "R501 :1:None there is no header", "begin with a line id,name"),
    (CLUSTERS, "", "R105 :None:None the file is empty", ""),
    (CLUSTERS, "id,name\npackaging\n", "R502 :2:1 1 cell, fewer than the 2 columns", ""),
    (CLUSTERS, "id,name\npackaging,P,x\n", "R502 :2:1 3 cells, more than the 2 columns", "in quotes"),
    (CLUSTERS, 'id,name\npackaging,"P\nfood,F\n', "R502 :2:11 this quote is never closed", "close it"),
    (CLUSTERS, "id,name\npackaging,P\0\n", "R107 :2:12 the character U+0000", ""),
    (CLUSTERS, "id,name\n,P\n", "R303 :2:1 nothing is written for 'id'", ""),
    (CLUSTERS, "id,name\npackaging,\nfood,F\n", "R303 :2:1 the key 'name' is missing", ""),
    (CLUSTERS, "id,name\nPackaging,P\n", "R308 :2:1 'Packaging' is not an identifier", "small"),
    (CLUSTERS, "id,name\nfood,P\nfood,Q\n", "R402 :3:1 the id 'food' is used here and in line 2", ""),
    (CLUSTERS, f"id,name\nfood,{'x' * 100_001}\n", "R505 :2:6 a cell of more than 100,000", ""),
    (CLUSTERS, "id,name,activities\npackaging,P,C28 C99\nfood,F,\n", "R401 :2:17 no activity", "did you"),
    (COMPETENCES, LEVELS + 'food,t_vision,"0,5"\n', "R304 :2:15 '0,5'", "--decimal ,"),
    (COMPETENCES, LEVELS + "food,t_vision,12%\n", "R304 :2:15 '12%'", "between 0 and 1"),
    (COMPETENCES, LEVELS + "food,t_vision,70\n", "R305 :2:15 70 is not between", "0.7"),
    (COMPETENCES, LEVELS + "food,t_vision,\n", "R303 :2:1 the key 'level' is", ""),
    (COMPETENCES, LEVELS + "food,t_visoin,1\n", "R401 :2:6 no competence", "t_vision"),
    (COMPETENCES, LEVELS + "fod,t_vision,1\n", "R401 :2:1 no actor", "did you mean 'food'"),
    (COMPETENCES, LEVELS + "food,t_chips,1\nfood,t_chips,0\n", "R402 :3:6", "keep"),
    (COMPETENCES, "actor,competence,level,evidence\nfood,t_chips,1,hunch\n", "R306 :2:16", "judged"),
    (COMPETENCES, "actor,competence,level,source\nfood,t_chips,1,s9\n", "R401 :2:16 no source", "s1"),
    ("numbers.csv", VALUES + "food,figures.staff,1\n", "R306 :2:6 'staff' is not one", ""),
    ("numbers.csv", VALUES + "food,employees,1\n", "R302 :2:6 unknown number 'employees'", "figures"),
    ("numbers.csv", VALUES + "assoc,members,1\n", "R302 :2:7 unknown number 'members'", "member_count"),
    ("numbers.csv", VALUES + "unibo,member_count,1\n", "R401 :2:1 no cluster or association", ""),
    ("links.csv", "a,b,strength\nunibo,foood,1\n", "R401 :2:7 no actor of this profile", "food"),
    ("links.csv", "a,b,strength_source\nunibo,food,s1\n", "R303 :2:12 the key 'value' is missing", ""),
    ("region.csv", "schema_version,name\n1,A\n1,B\n", "R502 :3:1 expected one row, found 2", ""),
    ("region.csv", "schema_version,name\n", "R502 :1:None expected one row, found 0", ""),
    ("region.csv", "schema_version,name\n2,A\n", "R307 :2:1 the file is written for schema version 2", "upgrade"),
    ("region.csv", "name\nA\n", "R501 :1:1 there is no column 'schema_version'", ""),
    ("needs.csv", "path,competence,weight,level\nghost,t_vision,1,1\n", "R401 :2:1 no path is called 'ghost'", ""),
    ("vocabulary.csv", "id,kind,label\nx,magic,X\n", "R306 :2:3 'magic' is not a kind", "technological"),
    ("partner_actors.csv", "partner,id,name\nbasque,bc,B\n", "R401 :2:1 no partner is called", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "expected", "hint"), CASES)
def test_refuses(tmp_path, name, text, expected, hint):
    problems = problems_of(tmp_path, {name: text})
    found = dict(zip(told(problems), problems, strict=True))
    start = expected.replace(":", f"{name}:", 1)
    [match] = [problem for text, problem in found.items() if text.startswith(start)] or pytest.fail("\n".join(found))
    assert hint in (match.hint or "")


def test_problems_of_all_files_are_told_at_once(tmp_path):
    found = problems_of(tmp_path, {"clusters.csv": "idd,nmae\n", "links.csv": "a;b;strength\n"})
    assert {Path(problem.at.file).name for problem in found} == {"clusters.csv", "links.csv"}
    changes = {"clusters.csv": "id,name\nA,x\n", "users.csv": "id,name\nU,x\n"}
    found = problems_of(tmp_path / "again", changes)
    assert {Path(problem.at.file).name for problem in found} >= {"clusters.csv", "users.csv"}


MISTAKES = {
    "header of clusters": {"clusters.csv": "idd,name\npackaging,Packaging\n"},
    "row of clusters": {"clusters.csv": "id,name\npackaging\nfood,Food\n"},
    "row of sources": {"sources.csv": "id,title,year\ns1,Survey\n"},
    "year of a source": {"sources.csv": "id,title,year\ns1,Survey,soon\n"},
    "header of institutions": {"institutions.csv": "iid,name\nunibo,University\n"},
    "level": {"competences.csv": "actor,competence,level,source\npackaging,t_vision,high,s1\n"},
    "competence": {"competences.csv": "actor,competence,level,source\npackaging,t_visson,1,s1\n"},
    "source of a number": {"numbers.csv": "actor,number,value,source\nassoc,member_count,12,s9\n"},
    "number": {"numbers.csv": "actor,number,value\nassoc,member_count,many\n"},
    "actor of a link": {"links.csv": "a,b,strength\nunibo,ghost,0.5\n"},
    "strength of a link": {"links.csv": "a,b,strength\nunibo,packaging,5\n"},
    "actor of a priority": {"priorities.csv": "id,name,paths\np1,One,no_such_path\n"},
    "user": {"users.csv": "id,name,kind\ncity,City,town\n"},
}
DEPENDS = {
    "header of clusters": {"actor of a link"}, "row of clusters": {"actor of a link"},
    "header of institutions": {"actor of a link"}, "row of sources": {"source of a number"},
}  # fmt: skip
"""What cannot be told while something else cannot be read: the name may stand there."""


PAIRS = [
    (one, other) for one, other in itertools.permutations(MISTAKES, 2) if MISTAKES[one].keys() != MISTAKES[other].keys()
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_no_mistake_in_a_file_hides_one_in_another(tmp_path, one, other):
    first, second = (set(told(problems_of(tmp_path / name, MISTAKES[name]))) for name in (one, other))
    both = set(told(problems_of(tmp_path / "both", MISTAKES[one] | MISTAKES[other])))
    assert second
    assert (second <= both) == (other not in DEPENDS.get(one, ()))
    assert both <= first | second


def test_only_what_is_wrong_is_told_of_a_folder_with_a_bad_header(tmp_path):
    assert len(problems_of(tmp_path, MISTAKES["header of clusters"])) == 2  # unknown column, missing column


def test_a_decimal_point_where_a_comma_is_announced(tmp_path):
    [problem] = problems_of(tmp_path, {"links.csv": "a,b,strength\nunibo,food,0.5\n"} | dict.fromkeys(
        ("competences.csv", "numbers.csv"), None), decimal=",")  # fmt: skip
    assert "the decimal mark here is a comma" in problem.message


def test_a_file_that_is_no_section_gets_a_warning(tmp_path):
    reading = Reading()
    load(folder(tmp_path, {"cluster.csv": "id,name\n"}), reading)
    warning = reading.warnings[0]
    assert warning.hint == "did you mean 'clusters.csv'?"


OWN = {
    "vocabulary.csv": "id,kind,label,wipo\nt_own,technological,Own,12 25\n",
    "paths.csv": "id,name,complexity,complexity_source,essential\nmine,Mine,0.5,p1,t_own\n",
    "path_sources.csv": "id,title\np1,Book\n",
    "needs.csv": "path,competence,weight,level\nmine,t_own,0.9,0.5\n",
    "activities.csv": "path,activity,share\nmine,C28,0.6\nmine,C10,0.4\n",
    "transitions.csv": "path,transition,value,evidence\nmine,green,0.9,proxy\n",
    "competences.csv": "actor,competence,level\nfood,t_own,1\n",
}


def test_own_words_and_paths(tmp_path):
    profile = load(folder(tmp_path, OWN))
    assert list(profile.vocabulary.competences) == ["t_own"]
    path = profile.library.paths["mine"]
    assert path.needs["t_own"].weight == 0.9
    assert path.complexity == Graded(0.5, sources=("p1",))
    assert path.activities == {"C28": 0.6, "C10": 0.4}
    assert path.transitions["green"] == Graded(0.9, "proxy")


def test_own_words_beside_the_shipped_ones(tmp_path):
    region = "schema_version,name,vocabulary_extends,vocabulary_version\n1,A,shipped,mine\n"
    profile = load(folder(tmp_path, {"region.csv": region, "vocabulary.csv": OWN["vocabulary.csv"]}))
    assert "t_own" in profile.vocabulary.competences
    assert "t_vision" in profile.vocabulary.competences
    assert profile.vocabulary.version == "mine"


def test_paths_in_a_yaml_file(tmp_path):
    write(tmp_path, 'schema_version: "1"\npaths:\n  p: {name: P, needs: {t_vision: 1}}\n', "paths.yaml")
    region = "schema_version,name,paths\n1,A,paths.yaml\n"
    assert list(load(folder(tmp_path, {"region.csv": region})).library.paths) == ["p"]
    [problem] = problems_of(tmp_path, {"region.csv": region, "paths.csv": "id,name\n"})
    assert problem.code is Code.NAME_RULE
