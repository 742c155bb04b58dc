"""The SHACL engines behind `validate`: triples and rules in, one Result for each fault out."""

import importlib.util
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import pyoxigraph as ox

from att_graph import vocab
from att_graph.errors import InputError
from att_graph.validation import batch, guard
from att_graph.validation.recursion import refuse_recursion
from att_graph.validation.result import Result, bare, english, unwrapped
from att_graph.validation.rules import codes, messages

__all__ = ["NAMES", "Result", "chosen", "fast", "pyshacl", "run"]

NAMES = ("auto", "fast", "pyshacl")

_SH = vocab.PREFIXES["sh"]
_WITHOUT_VALUE = _SH + "HasValueConstraintComponent"
_DOUBT = "on which the quick engine is not proven to agree"
_ONCE = _SH + "SPARQLConstraintComponent"


def chosen(engine: str) -> tuple[str, str]:
    """One of NAMES → the engine that runs, and the sentence to say when it is not the quick one.

    Raises InputError for any other name, and for `fast` where it is not installed.
    """
    if engine not in NAMES:
        raise InputError(f"engine: '{engine}' is none of {', '.join(NAMES)}")
    if engine == "pyshacl":
        return engine, ""
    try:
        there = importlib.util.find_spec("shacl_rust") is not None
    except (ImportError, ValueError):  # a module that somebody bars
        there = False
    if there:
        return "fast", ""
    if engine == "fast":
        raise InputError("engine: 'fast' is not installed; pip install 'att-graph[fast]' brings it")
    return "pyshacl", (
        "engine: pyshacl runs, because the quick engine is not installed; "
        "pip install 'att-graph[fast]' brings it"
    )


def run(
    engine: str,
    triples: Iterable[ox.Triple],
    rules: Sequence[ox.Triple],
    store: ox.Store | None = None,
) -> tuple[list[Result], str, str]:
    """The faults, the engine that ran, and the sentence to say when it is not the one asked for.

    Where the quick engine is not proven to agree with pySHACL, of these shapes or on these data,
    pySHACL runs, whoever was asked for. Raises InputError as `chosen` does, and for shapes that
    cannot be used, those that lead back to themselves among them. `store` may hold the triples
    already, in its default graph.
    """
    name, note = chosen(engine)
    shapes = guard.about(rules)
    refuse_recursion(shapes)
    if name == "fast":
        lines = _lines(triples)
        if doubt := guard.unproven_shapes(shapes):
            note = f"engine: pyshacl runs, because the shapes use {doubt}, {_DOUBT}"
        elif doubt := guard.unproven_data(shapes, lines):
            note = f"engine: pyshacl runs, because the data hold {doubt}, {_DOUBT}"
        else:
            return list(once(_fast(lines, rules, shapes, store))), name, note
    return list(pyshacl(triples, rules)), "pyshacl", note


def pyshacl(triples: Iterable[ox.Triple], rules: Sequence[ox.Triple]) -> Iterator[Result]:
    """The reference engine. Raises InputError for shapes that it cannot use."""
    from att_graph.validation import reference

    return once(reference.pyshacl(triples, rules))


def fast(triples: Iterable[ox.Triple], rules: Sequence[ox.Triple]) -> Iterator[Result]:
    """The quick engine, written in Rust, unguarded. Raises InputError for shapes it cannot use."""
    return once(_fast(_lines(triples), rules, guard.about(rules)))


def batched(
    triples: Iterable[ox.Triple], rules: Sequence[ox.Triple], store: ox.Store | None = None
) -> tuple[Iterator[Result], list[ox.Triple]]:
    """The faults that queries find which are asked once, and the rules left to an engine."""
    asked = batch.questions(guard.about(rules))
    held = store or _loaded(_lines(triples))
    return once(batch.answers(asked, held, codes(rules), messages(rules))), batch.without(
        rules, asked
    )


def _loaded(lines: str) -> ox.Store:
    store = ox.Store()
    store.bulk_load(lines.encode(), ox.RdfFormat.N_TRIPLES)
    return store


def _lines(triples: Iterable[ox.Triple]) -> str:
    return (ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"").decode()


def _fast(
    lines: str, rules: Sequence[ox.Triple], shapes: guard.About, store: ox.Store | None = None
) -> Iterator[Result]:
    import shacl_rust

    code_of, sentences, silent = codes(rules), messages(rules), guard.silent(shapes)
    asked = batch.questions(shapes)
    ruling = _lines(batch.without(rules, asked))
    with ThreadPoolExecutor(1) as beside:  # it lets Python go on, so the queries run meanwhile
        running = beside.submit(
            shacl_rust.validate,
            lines,
            ruling,
            data_format="nt",
            shapes_format="nt",
            experimental_index=True,
        )
        if asked:
            yield from batch.answers(asked, store or _loaded(lines), code_of, sentences)
        try:
            report = running.result()
        except (ValueError, RuntimeError) as error:
            reason = " ".join(str(error).split())
            raise InputError(f"the shapes cannot be used: {reason}") from error
    for fault in report["results"]:
        path, shape, value = fault.get("resultPath"), fault["sourceShape"], fault.get("value")
        component = bare(fault["sourceConstraintComponent"])
        if component == _ONCE and shape in silent:
            value = None
        if path is None and value is None and component != _WITHOUT_VALUE:
            value = fault["focusNode"]  # SHACL 4.1: the value node of a node shape is its focus
        spoken = sentences.get(shape) or {"": fault["messages"][-1]}  # it gives no languages
        yield Result(
            focus=bare(fault["focusNode"]),
            path=None if path is None else unwrapped(bare(path)),
            value=value,
            message=english(spoken),
            severity=bare(fault["severity"]).removeprefix(_SH).lower(),
            component=component,
            source_shape=bare(shape) if shape.startswith("<") else None,
            code=code_of.get(shape),
            messages=tuple(sorted(spoken.items())),
        )


def once(results: Iterable[Result]) -> Iterator[Result]:
    """A SPARQL constraint's result is told once, however many rows of its query say the same."""
    told: set[Result] = set()
    for result in results:
        if result.component == _ONCE and result in told:
            continue
        told.add(result)
        yield result
