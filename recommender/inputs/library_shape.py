"""The schema of vocabularies, path libraries and challenges, and of what they share with profiles.

This is the one source of the readers, of `ris3 convert` and of `ris3 schema`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from ..model.evidence import Source
from ..model.path import PATH_KINDS, Path
from ..model.profile import UserKind
from ..model.vocabulary import TRANSITIONS, Challenge
from .graded import GRADED_LEVEL, GRADED_SHARE, SOURCE_ID, SOURCE_IDS, NeedShape
from .shapes import IDENTIFIER, LOCALISED, YEAR, Choice, Number, Text
from .structures import Field, ListOf, MapOf, Record, Rows

SCHEMA_VERSION = "1"
COMPETENCE_ID = replace(IDENTIFIER, name="competence_id")
PATH_ID = replace(IDENTIFIER, name="path_id")
CHALLENGE_ID = replace(IDENTIFIER, name="challenge_id")
ACTIVITY = Text("an activity code", r"[A-Za-z0-9][A-Za-z0-9._-]{0,19}", "a code such as C28", name="activity")
WIPO_FIELD = Text("a WIPO field", r"[1-9]|[12][0-9]|3[0-5]", "a number from 1 to 35")
NUTS = Text("a NUTS code", r"[A-Z]{2}[A-Z0-9]{0,3}", "two capital letters and up to three letters or digits")
DATE = Text("a date", r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", "YYYY, YYYY-MM or YYYY-MM-DD")

VERSION = Field("schema_version", Text("a schema version", r"[0-9]+"), 'version of the file format: "1"', required=True)
SOURCES = Field("sources", SOURCE_IDS, "ids of `sources`")
LEVELS = MapOf(COMPETENCE_ID, GRADED_LEVEL, name="competences")
TRANSITION_SHARES = MapOf(Choice(TRANSITIONS), GRADED_SHARE)
COMPETENCES = Field("competences", LEVELS, "competence: level, 0 to 1; left out = not assessed, 0 = assessed absent")
ID = Field("id", IDENTIFIER, "identifier, unique in the profile", required=True)
ITS_KEY = Field("id", IDENTIFIER, "the key itself", implied=True)
WEB_ADDRESS = Text("a web address", r"https?://[^\s\"<>]+", "it begins with https:// and holds no spaces")
NAME = Field("name", LOCALISED, "name, in one or several languages", required=True)

SOURCE = Record(
    Source,
    (
        Field("id", SOURCE_ID, "identifier by which numbers name the source", required=True),
        Field("title", Text(), "title of the publication, page or data set", required=True),
        Field("publisher", Text(), "who published it"),
        Field("year", YEAR, "year of publication"),
        Field("url", WEB_ADDRESS, "web address"),
        Field("note", Text(), "how it was used, or what to know about it"),
    ),
    name="source",
)
SOURCE_LIST = Field("sources", Rows(SOURCE), "where facts were read")

COMPETENCE = Record(
    dict,
    (
        ITS_KEY,
        Field("label", LOCALISED, "what the competence is called", required=True),
        Field("description", LOCALISED, "what is meant by it"),
        Field("wipo", ListOf(WIPO_FIELD), "WIPO technology fields, 1 to 35"),
        Field("tags", ListOf(Choice(TRANSITIONS)), "transitions that it helps"),
        Field("near", ListOf(COMPETENCE_ID), "competences that substitute for it in part"),
    ),
)
_COMPETENCE_MAP = MapOf(COMPETENCE_ID, COMPETENCE, keyed=True)
EXTENDS = Field("extends", Text("a file name or the word shipped"), "`shipped` or a file that this one adds to")
VOCABULARY = Record(
    dict,
    (
        VERSION,
        Field("version", Text(), "version of the vocabulary"),
        EXTENDS,
        Field("technological", _COMPETENCE_MAP, "technological competences"),
        Field("organisational", _COMPETENCE_MAP, "organisational competences"),
        Field("business_model", _COMPETENCE_MAP, "business-model competences"),
    ),
    name="vocabulary",
)
SPECIFICITY = Record(
    dict,
    (
        VERSION,
        Field("version", Text(), "version of the file", required=True),
        Field("computed_from", ListOf(Text()), "the profiles that it was computed from"),
        Field("clusters", Number(1, whole=True), "how many clusters they hold"),
        Field("specificity", MapOf(COMPETENCE_ID, Number(0, 1, above=True)), "competence: specificity", required=True),
    ),
)

ACTIVITY_SHARES = MapOf(ACTIVITY, Number(0, 1, above=True), name="activity_shares")
PATH = Record(
    Path,
    (
        ITS_KEY,
        Field("name", LOCALISED, "name of the path", required=True),
        Field("summary", LOCALISED, "one sentence: what the region would be doing"),
        Field("kind", Choice(PATH_KINDS), "type of transformation that its authors see in it"),
        Field("complexity", GRADED_SHARE, "how hard it is to do, 0 to 1, where no statistics say it"),
        Field("demand", GRADED_SHARE, "how much demand there is, 0 to 1"),
        Field("transitions", TRANSITION_SHARES, "how much it serves each transition, 0 to 1"),
        Field("challenges", ListOf(CHALLENGE_ID), "societal challenges that it answers to"),
        Field("users", ListOf(Choice(get_args(UserKind))), "kinds of users to involve"),
        Field("needs", MapOf(COMPETENCE_ID, NeedShape(), name="needs"), "competence: weight and level", required=True),
        Field("essential", ListOf(COMPETENCE_ID), "needs without which nothing else helps"),
        Field("activities", ACTIVITY_SHARES, "class of new jobs: share; shares add up to 1"),
        SOURCES,
    ),
    name="path",
)
PATHS = Record(
    dict,
    (
        VERSION,
        Field("version", Text(), "version of the library"),
        EXTENDS,
        Field("classification", IDENTIFIER, "classification of `activities`; nace_rev2 if left out"),
        SOURCE_LIST,
        Field("paths", MapOf(PATH_ID, PATH, keyed=True), "paths by id", required=True),
    ),
    name="paths",
)
CHALLENGE = Record(
    Challenge,
    (
        ITS_KEY,
        Field("label", LOCALISED, "name of the challenge", required=True),
        Field("description", LOCALISED, "what is meant by it"),
        Field("source", Text(), "the frame that it comes from"),
    ),
)
CHALLENGES = Record(
    dict, (VERSION, Field("challenges", MapOf(IDENTIFIER, CHALLENGE, keyed=True), "challenges by id", required=True))
)
