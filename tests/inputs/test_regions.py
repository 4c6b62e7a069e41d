"""Codes and names of regions, of any vintage, in a model that holds those of NUTS 2013."""

import pytest

from recommender.inputs.reference_file import read_reference
from recommender.inputs.regions import normalised, resolve_region
from recommender.model.problem import UnknownName
from recommender.shipped import REFERENCES
from tests.inputs.tables.bad import NUTS

MODEL = read_reference(REFERENCES / "eu-nuts2-nace2.npz")
NAMES = dict(zip(MODEL.regions, MODEL.region_names, strict=True))


def resolve(text):
    return resolve_region(text, MODEL.regions, NAMES, nuts=NUTS, left_out=MODEL.provenance.left_out)


def refusal(text):
    with pytest.raises(UnknownName) as caught:
        resolve(text)
    [problem] = caught.value.problems
    assert problem.code.code == "R601"
    return f"{problem.message} | {problem.hint}"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ITH5", "ITH5"),
        ("ith5", "ITH5"),
        (" ITH5 ", "ITH5"),
        ("Emilia-Romagna", "ITH5"),
        ("emilia romagna", "ITH5"),
        ("FR62", "FR62"),
        ("midi-pyrenees", "FR62"),
        ("Midi-Pyre\u0301ne\u0301es", "FR62"),
        ("Norte", "PT11"),
        ("Nord-Est", "RO21"),
        ("North-East Romania", "RO21"),
        ("País Vasco", "ES21"),
        ("Euskadi", "ES21"),
        ("basque country", "ES21"),
        ("Attica", "EL30"),
        ("Αττική", "EL30"),
        ("Brussels", "BE10"),
        ("Lodz", "PL11"),
        ("Łódzkie", "PL11"),
        ("Bolzano", "ITH1"),
        ("South Tyrol", "ITH1"),
        ("Estonia", "EE00"),
        ("LU", "LU00"),
        ("Luxembourg", "LU00"),
        ("Malta", "MT00"),
        ("Namur", "BE35"),
        ("Friesland", "NL12"),
        ("Wien", "AT13"),
    ],
)
def test_codes_and_names(text, code):
    found = resolve(text)
    assert (found.code, found.relation, found.note) == (code, "same", None)
    assert found.name == NAMES[code]


@pytest.mark.parametrize(
    ("text", "code", "relation", "note"),
    [
        (
            "FRJ2",
            "FR62",
            "recoded",
            "FRJ2 Midi-Pyrénées is held under the code FR62 Midi-Pyrénées (FR62 became FRJ2 in NUTS 2016)",
        ),
        (
            "ITD5",
            "ITH5",
            "recoded",
            "ITD5 Emilia-Romagna is held under the code ITH5 Emilia-Romagna (ITD5 became ITH5 in NUTS 2010)",
        ),
        ("GR30", "EL30", "recoded", "GR30 Attiki is held under the code EL30 Attiki (GR30 became EL30 in NUTS 2010)"),
        (
            "NL36",
            "NL33",
            "boundary_shift",
            "NL36 Zuid-Holland is held, with slightly other borders, as NL33 Zuid-Holland"
            " (NL33 became NL36 in NUTS 2024)",
        ),
        (
            "DE41",
            "DE40",
            "merged",
            "DE41 Brandenburg - Nordost is held as a part of the larger DE40 Brandenburg"
            " (DE41 became DE40 in NUTS 2010)",
        ),
        (
            "Budapest",
            "HU10",
            "split",
            "HU11 Budapest is held as a part of the larger HU10 Közép-Magyarország (HU10 became HU11 in NUTS 2016)",
        ),
        (
            "PT1A",
            "PT17",
            "split",
            "PT1A Grande Lisboa is held as a part of the larger PT17 Área Metropolitana de Lisboa"
            " (PT17 became PT1A in NUTS 2024)",
        ),
    ],
)
def test_other_vintages(text, code, relation, note):
    found = resolve(text)
    assert (found.code, found.relation, found.note) == (code, relation, note)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "FI18",
            "FI18 Etelä-Suomi is not one region in the model, but several: FI1B (Helsinki-Uusimaa), FI1C (Ete",
        ),
        (
            "PT1D",
            "PT1D Oeste e Vale do Tejo is not one region in the model, but several: PT16 (Centro (PT)), PT18",
        ),
        ("Limburg", "'Limburg' may be one of several regions: BE22 (Prov. Limburg (BE)), NL42 (Limburg (NL))"),
        (
            "Italy",
            "IT Italia is a country; the statistics are of NUTS-2 regions | its NUTS-2 regions are ITC1 (Piemonte)",
        ),
        ("ITD", "ITD Nord-Est is a NUTS-1 region; the statistics are of NUTS-2 regions | its NUTS-2 regions are "),
        (
            "Bayern",
            "DE2 Bayern is a NUTS-1 region; the statistics are of NUTS-2 regions | its NUTS-2 regions are DE21",
        ),
        (
            "London",
            "UKI London is a NUTS-1 region; the statistics are of NUTS-2 regions | its NUTS-2 regions are UKI3",
        ),
        (
            "IE01",
            "the model does not hold IE01 Border, Midland and Western, which was left out for want of data | a table",
        ),
        ("IE04", "the model does not hold IE04 Northern and Western, which was left out for want of data"),
        ("Ticino", "the model does not hold CH07 Ticino | a table with figures for it can be given"),
        ("Emilia", "unknown region 'Emilia' | did you mean ITH5 (Emilia-Romagna)?"),
        ("Emilia Romana", "unknown region 'Emilia Romana' | did you mean ITH5 (Emilia-Romagna)"),
        ("ITH55", "unknown region 'ITH55' | did you mean ITH5 (Emilia-Romagna)"),
        ("xyzzy", "unknown region 'xyzzy' | give a NUTS-2 code such as ITH5"),
        ("", "unknown region '' | give a NUTS-2 code"),
        ("(BE)", "unknown region '(BE)'"),
    ],
)
def test_what_is_not_one_region(text, expected):
    assert refusal(text).startswith(expected)


def test_every_region_of_the_model_is_found_by_its_code_and_lives_under_its_name():
    for code in MODEL.regions:
        assert resolve(code).code == code
    for name in ("Stuttgart", "Praha", "Lubelskie", "Vest", "Algarve"):
        assert NAMES[resolve(name).code] == name


def test_codes_that_are_not_nuts():
    names = {"10180": "Abilene, TX", "10420": "Akron, OH"}
    assert resolve_region("akron, oh", list(names), names, nuts=NUTS).code == "10420"
    with pytest.raises(UnknownName) as caught:
        resolve_region("Akro", list(names), names, nuts=NUTS)
    assert "10420 (Akron, OH)" in (caught.value.problems[0].hint or "")


def test_normalised_names():
    assert normalised("Île-de-France") == "ile de france"
    assert normalised("Łódzkie / Straße Ø") == "lodzkie strasse o"
