"""A profile file and everything that it includes -> the model."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import replace
from pathlib import Path

from ..model.path import PathLibrary
from ..model.problem import Code, InputErrors, Place
from ..model.profile import Governance, Partner, PartnerActor, Profile
from ..model.vocabulary import Vocabulary
from .consistency import check_profile
from .folders import Chain, existing_inside
from .library import (
    Included,
    Shelf,
    read_included,
    read_node,
    read_paths,
    read_record,
    read_vocabulary,
    shipped_challenges,
    shipped_paths,
    shipped_vocabulary,
    version_fits,
)
from .library_shape import PATHS, VOCABULARY
from .nodes import Mapping as MappingNode
from .nodes import Node, Scalar
from .nodes import Sequence as SequenceNode
from .profile_shape import CLUSTER, INSTITUTION, PROFILE, ProfileFile, with_version
from .reading import Reading, field_node
from .shapes import INVALID, Shape
from .structures import MapOf, Record, Rows, identifier


def read_profile(
    path: str | Path, shelf: Shelf, reading: Reading, *, activities: Mapping[str, object], encoding: str = "utf-8"
) -> Profile:
    """The profile in a YAML file (or `-`), with its vocabulary, paths and partner profiles.

    `activities` are the codes that paths and clusters may name.

    Raises
    ------
    InputErrors
        With all problems of all files, in the order of the files.
    """
    return profile_from_node(read_node(Path(path), reading, encoding=encoding), Path(path), shelf, reading, activities)


def profile_from_node(
    node: Node | None, file: Path, shelf: Shelf, reading: Reading, activities: Mapping[str, object]
) -> Profile:
    """The profile that a node tree says, whatever format it came from."""
    profile = _read(node, file, shelf, reading)
    if profile is None:
        look_at_names(lambda _: node, file, shelf, reading, activities)
        reading.finish()
        raise AssertionError("a profile that cannot be read leaves at least one problem")
    check_profile(profile, shipped_challenges(shelf, reading), activities, reading)
    reading.finish()
    return profile


def _read(node: Node | None, file: Path, shelf: Shelf, reading: Reading) -> Profile | None:
    written = read_record(node, PROFILE, reading)
    chain = Chain().follow(file, _nowhere(file))
    words, paths = (_included(node, key, file, chain, reading) for key in ("vocabulary", "paths"))
    vocabulary = read_vocabulary(words, shelf, reading) if words else shipped_vocabulary(shelf, reading)
    library = read_paths(paths, shelf, reading) if paths else shipped_paths(shelf, reading)
    if written is INVALID:
        return None
    if reading.problems:
        lost = _lost(node, PROFILE)
        lost |= {"vocabulary"} if vocabulary is None or _lost(words, VOCABULARY) else set()
        lost |= {"library"} if library is None or _lost(paths, PATHS) else set()
        if lost and not reading.partial:
            return None
        reading.lost |= lost
    if words is not None and vocabulary is not None and library is not None and not reading.lost:
        _check_shipped_needs(vocabulary, library, shelf, reading)
    partners = tuple(_with_actors(partner, file, reading) for partner in written.partners)
    return _assemble(written, vocabulary or Vocabulary("", {}), library or PathLibrary("", {}), partners)


def look_at_names(
    node_of: Callable[[Reading], Node | None], file: Path, shelf: Shelf, reading: Reading,
    activities: Mapping[str, object], *, lost: Set[str] = frozenset(),
) -> None:  # fmt: skip
    """Note what else is wrong with a profile of which something, and all that is `lost`, cannot be read."""
    rest = Reading(partial=True, sources=reading.sources, lost=set(lost))
    try:
        profile = _read(node_of(rest), file, shelf, rest)
        if profile is not None:
            check_profile(profile, shipped_challenges(shelf, rest), activities, rest)
        found = rest.problems
    except InputErrors as error:
        found = list(error.problems)
    reading.problems += [problem for problem in found if problem not in reading.problems]


def _lost(content: Node | Included | None, shape: Record) -> set[str]:
    """Sections of which it is not known what they name: any of them may be the one that is misspelt."""
    node = content.node if isinstance(content, Included) else content
    if node is None:
        return set()
    if not isinstance(node, MappingNode) or not node.entries.keys() <= shape.by_name.keys():
        return {*shape.by_name, "library"}
    return {key for key, (_, value) in node.entries.items() if not _has_names(shape.by_name[key].shape, value)}


def _has_names(shape: Shape, node: Node) -> bool:
    if isinstance(node, Scalar) and node.is_null:
        return True
    if isinstance(shape, Rows):
        return isinstance(node, SequenceNode) and all(identifier(item) for item in node.items)
    return isinstance(node, MappingNode) if isinstance(shape, MapOf) else True


def _check_shipped_needs(vocabulary: Vocabulary, library: PathLibrary, shelf: Shelf, reading: Reading) -> None:
    """Tell once, and not for each need of each path, that a vocabulary is not made for the shipped paths."""
    shipped = shipped_paths(shelf, Reading()).paths
    kept = [path for name, path in library.paths.items() if shipped.get(name) is path]
    missing = sorted({need for path in kept for need in path.needs} - vocabulary.competences.keys())
    if missing:
        message = f"the shipped paths need {len(missing)} competences that are not in this vocabulary: {missing[0]} …"
        hint = "add `extends: shipped` to the vocabulary, or write your own `paths`"
        reading.add(Code.NAME_RULE, message, reading.place_of("vocabulary"), hint=hint)
        reading.finish()


def _included(node: Node | None, key: str, file: Path, chain: Chain, reading: Reading) -> Included | None:
    """What stands under `vocabulary` or `paths`; None if nothing does.

    Of a file that cannot be read, or of content that is none, the problem is noted and the node is None.
    """
    content = field_node(node, key) if node is not None else None
    if content is None:
        return None
    if isinstance(content, Scalar):
        return read_included(content, file.parent, chain, reading) or Included(None, file.parent, chain)
    inline = with_version(content) if isinstance(content, MappingNode) else None
    return Included(inline, file.parent, chain)


def _with_actors(partner: Partner, file: Path, reading: Reading) -> Partner:
    """A partner with the actors of its own profile, where it names one."""
    if partner.profile is None:
        return partner
    place = reading.place_of(f"partners.{partner.id}.profile") or _nowhere(file)
    if partner.actors:
        reading.add(Code.NAME_RULE, "a partner has either `actors` or a `profile`", place)
        return partner
    try:
        target = existing_inside(file.parent, partner.profile, place, reading.line_at(place))
    except InputErrors as error:
        reading.take_problems(error)
        return partner
    return replace(partner, actors=_actors_of(partner.id, target, reading))


def _actors_of(partner: str, target: Path, reading: Reading) -> tuple[PartnerActor, ...]:
    theirs = Reading()
    node = read_node(target, theirs)
    if node is not None and not version_fits(node, theirs):
        node = None
    actors: list[PartnerActor] = []
    for section, kind, shape in (("clusters", "cluster", CLUSTER), ("institutions", "institution", INSTITUTION)):
        rows = field_node(node, section) if node is not None else None
        values = Rows(shape).read(rows, theirs, section) if rows is not None else ()
        for actor in values if values is not INVALID else ():
            own = f"{partner}_{actor.id}"
            reading.origins[f"partners.{partner}.actors.{own}"] = theirs.origins[f"{section}.{actor.id}"]
            actors.append(PartnerActor(own, actor.name, kind, actor.competences))  # type: ignore[arg-type]
    # Sources are listed in the partner's own file, so only what was wrong comes over, not what was named.
    reading.problems += theirs.problems
    reading.sources |= theirs.sources
    return tuple(actors)


def _assemble(
    written: ProfileFile, vocabulary: Vocabulary, library: PathLibrary, partners: tuple[Partner, ...]
) -> Profile:
    return Profile(
        region=written.region,
        vocabulary=vocabulary,
        library=library,
        clusters=written.clusters,
        institutions=written.institutions,
        associations=written.associations,
        users=written.users,
        links=written.links,
        partners=partners,
        governance=Governance(written.governance),
        sources={source.id: source for source in written.sources},
        as_of=written.as_of,
        note=written.note,
    )


def _nowhere(file: Path) -> Place:
    return Place(str(file))
