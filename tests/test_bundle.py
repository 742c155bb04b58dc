"""The bundle of shapes: one file that plain engines take, and that finds what `validate` finds."""

import importlib.util
import re
import shlex
import subprocess
import sys
import zlib
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from att_graph import files, vocab
from att_graph.exports.bundle import bundle, name, version
from att_graph.validate import validate

HERE = Path(__file__).parent
WORLD = HERE / "shapes" / "context.ttl"
SH = rdflib.Namespace(vocab.PREFIXES["sh"])
SHAPES = rdflib.URIRef(vocab.BASE + "shapes")
# Every twelfth by its name, so that a new fixture moves no other.
FAULTY = [
    path
    for path in sorted((HERE / "shapes").glob("*/invalid-*.ttl"))
    if zlib.crc32(path.stem.encode()) % 12 == 1
]
needs_fast = pytest.mark.skipif(
    importlib.util.find_spec("shacl_rust") is None, reason="the quick engine is not installed"
)

Key = tuple[str, str, str, str, str, str]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle with the ontology, as the command writes it."""
    folder = tmp_path_factory.mktemp("bundle")
    done = att_graph("shapes", "--with-ontology", "-o", str(folder))
    path = folder / name(with_ontology=True)
    assert done.stdout.decode() == f"{path}: written\n"
    return path


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented world with the fault of every twelfth fixture, in one file."""
    path = tmp_path_factory.mktemp("data") / "data.nt"
    path.write_text(
        "".join(f"{quad.triple} .\n" for file in (WORLD, *FAULTY) for quad in files.quads(file))
    )
    return path


def att_graph(*args: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "att_graph", *args]
    return subprocess.run(command, capture_output=True, check=True, cwd=HERE.parent)


def ours(data: Path) -> list[Key]:
    """What `validate` finds, apart from the checks beyond SHACL."""
    results = validate(data, alone=True).results
    keys = [each.key() for each in results if not (each.code or "").startswith("TAC-X")]
    found = sorted(
        {
            (focus, path if "<" not in path else "", component, _normal(value), *rest)
            for focus, path, component, value, *rest in keys
        }
    )
    assert len(found) > len(FAULTY) / 2 > 25
    return found


def _normal(value: str) -> str:
    """A literal as rdflib writes it (`P0Y` is `P0D`): pySHACL reads no other form."""
    term = rdflib.util.from_n3(value)
    return term.n3() if isinstance(term, rdflib.Literal) else value


def _single(path: object) -> str:
    """A path of one property; a longer one is a structure of blank nodes in a report."""
    return path.value if isinstance(path, ox.NamedNode) else ""


def reported(text: str) -> list[Key]:
    """The results of a validation report in Turtle."""
    about: dict[object, dict[str, object]] = {}
    for quad in ox.parse(text, ox.RdfFormat.TURTLE):
        name = quad.predicate.value.removeprefix(str(SH))
        about.setdefault(quad.subject, {})[name] = quad.object
    parts = ("sourceConstraintComponent", "value", "resultSeverity", "sourceShape")
    found = set()
    for of in about.values():
        if "focusNode" in of:
            component, value, severity, shape = (of.get(part) for part in parts)
            found.add(
                (
                    _named(of["focusNode"]),
                    _single(of.get("resultPath")),
                    _named(component),
                    ""
                    if value is None
                    else "_:"
                    if isinstance(value, ox.BlankNode)
                    else _normal(str(value)),
                    _named(severity).removeprefix(str(SH)).lower(),
                    _named(shape),
                )
            )
    return sorted(found)


def _named(term: object) -> str:
    """An IRI; a blank node is known by nothing but being one."""
    return term.value if isinstance(term, ox.NamedNode) else "_:"


def by_recipe(folder: Path, bundle: Path, data: Path) -> tuple[int, str]:
    """What the command on top of the bundle prints, for this bundle and these data."""
    (recipe,) = re.findall(r"^#   (cat .*)$", bundle.read_text(encoding="utf-8"), re.MULTILINE)
    for file, path in (("bundle.ttl", bundle), ("data.ttl", data)):
        (folder / file).write_bytes(path.read_bytes())
    command = recipe.replace("pyshacl", f"{shlex.quote(sys.executable)} -m pyshacl -f turtle")
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, cwd=folder)
    return done.returncode, done.stdout.decode()


def test_the_bundle_says_what_the_files_say_and_carries_its_version() -> None:
    graph = rdflib.Graph().parse(data=bundle())
    apart = rdflib.Graph()
    for path in files.shapes():
        apart.parse(path)
    assert len(graph) == len(apart) > 1000
    assert {str(code) for code in graph.objects(None, rdflib.DCTERMS.identifier)} == {
        str(code) for code in apart.objects(None, rdflib.DCTERMS.identifier)
    }
    assert graph.value(SHAPES, rdflib.OWL.versionIRI) == SHAPES + f"/{version()}"
    assert str(graph.value(SHAPES, rdflib.OWL.versionInfo)) == version()
    assert name() == f"att-graph-shapes-{version()}.ttl"


def test_every_prefix_of_a_query_is_declared_in_the_bundle() -> None:
    graph = rdflib.Graph().parse(data=bundle())
    declared = {str(graph.value(each, SH.prefix)) for each in graph.objects(SHAPES, SH.declare)}
    for constraint, query in graph.subject_objects(SH.select):
        assert SHAPES in graph.objects(constraint, SH.prefixes)
        words = re.sub(r'"[^"]*"|<[^>]*>', "", str(query))
        assert set(re.findall(r"(?<![\w?$:])([a-z]+):[A-Za-z]", words)) <= declared, query


def test_the_bundle_has_the_same_bytes_each_time(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    att_graph("shapes", "-o", str(path))
    assert path.read_text(encoding="utf-8") == bundle()
    assert att_graph("shapes").stdout.decode() == bundle()
    assert bundle().count("@prefix sh:") == 1
    assert "\r" not in bundle()


def test_the_bundle_tells_which_data_graph_it_expects() -> None:
    for with_ontology in (False, True):
        head = bundle(with_ontology=with_ontology).partition("@prefix")[0]
        assert all(line.startswith("#") for line in head.splitlines() if line)
        for words in (
            "your data",
            "closed lists",
            "sh:declare",
            version(),
            "pyshacl -s bundle.ttl",
        ):
            assert words in head


def test_plain_pyshacl_finds_the_same_by_the_recipe(
    tmp_path: Path, whole: Path, data: Path
) -> None:
    code, report = by_recipe(tmp_path, whole, data)
    assert code == 1
    assert reported(report) == ours(data)


@needs_fast
def test_the_quick_engine_alone_finds_the_same(whole: Path, data: Path) -> None:
    import shacl_rust

    joined = data.read_text() + "".join(f"{quad.triple} .\n" for quad in files.quads(whole))
    report = shacl_rust.validate(
        joined, whole.read_text(encoding="utf-8"), data_format="nt", shapes_format="turtle"
    )
    parts = ("focusNode", "sourceConstraintComponent", "severity", "sourceShape")
    found = {
        tuple("_:" if each[part].startswith("_:") else each[part].strip("<>") for part in parts)
        for each in report["results"]
    }
    assert found == {
        (focus, component, str(SH) + severity.capitalize(), shape)
        for focus, _, component, _, severity, shape in ours(data)
    }


def test_the_invented_world_conforms_by_the_recipe(tmp_path: Path, whole: Path) -> None:
    code, report = by_recipe(tmp_path, whole, WORLD)
    assert (code, reported(report)) == (0, [])
