"""What users do with profiles: start one, check it, write it in the other form."""

import io
import sys
from pathlib import Path

import pytest

from recommender import shipped
from recommender.inputs.reading import Reading
from recommender.model.problem import Code, RecommenderError
from recommender.outputs.profile_yaml import SCHEMA_LINE
from recommender.workflows.loading import load_profile
from recommender.workflows.profiles import convert, converted_text, init, validate
from tests.inputs.reading_of import REGION, SMALL, write
from tests.support import contents


def refused(call, *arguments, **options):
    with pytest.raises(RecommenderError) as caught:
        call(*arguments, **options)
    [problem] = caught.value.problems
    return problem


class TestInit:
    @pytest.mark.parametrize("template", shipped.templates())
    def test_what_it_makes_can_be_used_at_once(self, tmp_path, template):
        written = init(str(tmp_path / "mine"), template=template)
        assert sorted(written) == sorted(path for path in (tmp_path / "mine").rglob("*") if path.is_file())
        assert load_profile(str(tmp_path / "mine"), Reading())
        assert written[0].read_text("utf-8").startswith(SCHEMA_LINE)

    def test_it_fills_a_folder_that_is_there(self, tmp_path):
        (tmp_path / "README.md").write_text("mine")
        init(str(tmp_path), template="empty")
        assert (tmp_path / "schemas" / "profile.schema.json").is_file()
        assert (tmp_path / "README.md").read_text() == "mine"

    def test_it_replaces_nothing(self, tmp_path):
        write(tmp_path, "mine", "schemas/config.schema.json")
        before = contents(tmp_path)
        problem = refused(init, str(tmp_path), template="empty")
        assert problem.code is Code.OUTPUT_PLACE
        assert "already there" in problem.message
        assert contents(tmp_path) == before

    def test_an_unknown_template_gets_the_nearest(self, tmp_path):
        assert refused(init, str(tmp_path / "x"), template="emilia").hint == "did you mean 'emilia-romagna'?"
        assert not (tmp_path / "x").exists()


class TestLoad:
    def test_a_folder_is_read_as_its_profile(self, tmp_path):
        write(tmp_path, SMALL)
        write(tmp_path, "nonsense", "region.csv")
        assert load_profile(str(tmp_path), Reading()).clusters[0].id == "packaging"

    def test_standard_input(self, monkeypatch):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SMALL.encode())))
        assert load_profile("-", Reading()).clusters[0].id == "packaging"

    def test_places_that_hold_no_profile(self, tmp_path):
        assert "ris3 init" in (refused(load_profile, str(tmp_path), Reading()).hint or "")
        write(tmp_path, SMALL, "other.yaml")
        assert "other.yaml" in (refused(load_profile, str(tmp_path), Reading()).hint or "")
        write(tmp_path, "a,b\n", "x.csv")
        assert "--table" in (refused(load_profile, str(tmp_path / "x.csv"), Reading()).hint or "")
        write(tmp_path, "a,b\n", "region.csv")
        assert "name the folder" in (refused(load_profile, str(tmp_path / "region.csv"), Reading()).hint or "")

    def test_a_style_that_cannot_be_meant(self, tmp_path):
        write(tmp_path, "schema_version,name\n1,A\n", "region.csv")
        assert refused(load_profile, str(tmp_path), Reading(), delimiter="x").code is Code.USAGE
        assert refused(load_profile, str(tmp_path), Reading(), decimal="x").code is Code.USAGE

    @pytest.mark.parametrize("name", ["", " ", "a\0b", "x" * 300, "x/" * 3000])
    def test_names_that_are_none(self, tmp_path, name):
        source = str(write(tmp_path, SMALL))
        for call in (lambda: load_profile(name, Reading()), lambda: convert(source, name), lambda: init(name)):
            assert refused(call).message

    def test_a_folder_into_which_nobody_may_look(self, tmp_path, monkeypatch):
        def refuse(path):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "iterdir", refuse)
        assert refused(load_profile, str(tmp_path), Reading()).code is Code.FILE_UNREADABLE


class TestConvert:
    def test_it_says_what_it_wrote(self, tmp_path):
        source = write(tmp_path, SMALL)
        assert [file.name for file in convert(str(source), str(tmp_path / "csv"))] == [
            "region.csv", "clusters.csv", "competences.csv",
        ]  # fmt: skip

    def test_sheets_that_are_no_longer_needed_go(self, tmp_path):
        source = write(tmp_path, SMALL)
        convert(str(source), str(tmp_path / "csv"))
        (tmp_path / "csv" / "notes.txt").write_text("mine")
        convert(str(write(tmp_path, REGION)), str(tmp_path / "csv"))
        assert sorted(contents(tmp_path / "csv")) == ["notes.txt", "region.csv"]

    def test_files_of_something_else_are_not_replaced(self, tmp_path):
        source = write(tmp_path, SMALL)
        write(tmp_path, "mine", "out/clusters.csv")
        assert "clusters.csv" in refused(convert, str(source), str(tmp_path / "out")).message
        write(tmp_path, "mine", "other/links.csv")
        convert(str(source), str(tmp_path / "other"))
        assert (tmp_path / "other" / "links.csv").exists()

    def test_the_style_is_that_of_the_result(self, tmp_path):
        source = write(tmp_path, SMALL)
        convert(str(source), str(tmp_path / "csv"), delimiter="tab", decimal=",")
        assert "packaging\tt_vision\t0,5" in (tmp_path / "csv" / "competences.csv").read_text("utf-8-sig")
        assert refused(convert, str(source), str(tmp_path / "more"), delimiter="x").code is Code.USAGE

    def test_a_partner_is_still_named_in_sheets(self, tmp_path):
        write(tmp_path, "", "ris3.yaml")
        write(tmp_path, SMALL, "other/profile.yaml")
        source = write(tmp_path / "mine", REGION + "partners: [{id: p, name: P, profile: ../other/profile.yaml}]\n")
        convert(str(source), str(tmp_path / "csv"))
        profile = load_profile(str(tmp_path / "csv"), Reading())
        assert profile.partners == load_profile(str(source), Reading()).partners
        assert not (tmp_path / "csv" / "partner_actors.csv").exists()

    def test_the_line_for_editors_stands_where_there_is_a_schema(self, tmp_path):
        [file] = convert(str(write(tmp_path, SMALL)), str(tmp_path / "one.yaml"))
        assert not file.read_text().startswith(SCHEMA_LINE)
        init(str(tmp_path / "mine"), template="empty")
        [file] = convert(str(tmp_path / "profile.yaml"), str(tmp_path / "mine" / "two.yaml"))
        assert file.read_text().startswith(SCHEMA_LINE)

    def test_as_text(self, tmp_path):
        assert converted_text(str(write(tmp_path, SMALL))).startswith('schema_version: "1"\n')

    @pytest.mark.parametrize("target", ["profile.yaml", "link.yaml", "words.yaml", "other.yaml"])
    def test_it_does_not_write_over_what_it_read(self, tmp_path, target):
        write(tmp_path, 'schema_version: "1"\nextends: shipped\n', "words.yaml")
        write(tmp_path, REGION, "other.yaml")
        text = SMALL + "vocabulary: words.yaml\npartners: [{id: p, name: P, profile: other.yaml}]\n"
        source = write(tmp_path, text)
        (tmp_path / "link.yaml").symlink_to(source)
        before = contents(tmp_path)
        assert "was read" in refused(convert, str(source), str(tmp_path / target)).message
        assert contents(tmp_path) == before

    @pytest.mark.parametrize(
        ("target", "words"),
        [
            ("here", "holds a profile.yaml"),
            ("here/x.ods", "not written as .ods"),
            ("gone/x.yaml", "does not exist"),
            ("here/profile.yaml/x.yaml", ""),
            ("here/profile.yaml/x", ""),
        ],
    )
    def test_places_where_it_cannot_write(self, tmp_path, target, words):
        source = write(tmp_path / "here", SMALL)
        before = contents(tmp_path)
        problem = refused(convert, str(source), str(tmp_path / target))
        assert problem.code is Code.OUTPUT_PLACE
        assert words in problem.message
        assert contents(tmp_path) == before

    def test_a_csv_folder_is_not_written_over_itself(self, tmp_path):
        convert(str(write(tmp_path, SMALL)), str(tmp_path / "csv"))
        assert "was read" in refused(convert, str(tmp_path / "csv"), str(tmp_path / "csv")).message

    def test_the_profile_of_a_partner_is_named_from_the_new_place(self, tmp_path):
        write(tmp_path, "", "ris3.yaml")
        write(tmp_path, SMALL, "other/profile.yaml")
        text = REGION + "partners: [{id: p, name: P, profile: ../other/profile.yaml}]\n"
        source = write(tmp_path / "mine", text)
        convert(str(source), str(tmp_path / "deep.yaml"))
        assert "profile: other/profile.yaml" in (tmp_path / "deep.yaml").read_text()
        first, second = (load_profile(str(path), Reading()) for path in (source, tmp_path / "deep.yaml"))
        assert first.partners[0].actors == second.partners[0].actors

    def test_a_partner_that_would_be_out_of_reach(self, tmp_path):
        write(tmp_path, SMALL, "mine/other.yaml")
        source = write(tmp_path / "mine", REGION + "partners: [{id: p, name: P, profile: other.yaml}]\n")
        assert "outside" in refused(convert, str(source), str(tmp_path / "csv")).message


class TestValidate:
    def test_it_counts(self, tmp_path):
        found = validate(str(write(tmp_path, SMALL)))
        assert found.schema == "ris3/validation/1"
        rows = {row[0]: row[1:] for row in found.rows}
        assert rows["clusters"] == (1, 1, 1, 0, 0, 0)
        assert found.facts["assessed"]["clusters"] == 1
        assert found.facts["assessed"]["needs_assessed"] == 1
        assert found.facts["evidence"] == {"judged": 1, "surveyed": 0, "measured": 0, "proxy": 0}

    def test_it_warns(self, tmp_path):
        [warning] = validate(str(write(tmp_path, REGION))).warnings
        assert "no clusters" in warning.message
