"""The faults a validation found, as text, as JSON, or as a SHACL validation report in Turtle."""

import json
import re
from dataclasses import asdict

from att_graph import vocab
from att_graph.errors import InputError
from att_graph.validate import ValidationResult
from att_graph.validation.engines import Result

FORMATS = ("text", "json", "turtle")
_PREFIXES = f"@prefix sh: <{vocab.PREFIXES['sh']}> .\n"


def render(result: ValidationResult, form: str) -> str:
    """A validation → its text in one of FORMATS, without a final line break. Raises InputError."""
    if form == "text":
        return result.text
    if form == "json":
        return _json(result)
    if form == "turtle":
        return _turtle(result)
    raise InputError(f"format: '{form}' is none of {', '.join(FORMATS)}")


def _json(result: ValidationResult) -> str:
    faults = [{**asdict(each), "label": result.labels.get(each.focus)} for each in result.results]
    report = {"conforms": result.conforms, "triples": result.triples, "results": faults}
    return json.dumps(report, ensure_ascii=False, indent=2)


def _turtle(result: ValidationResult) -> str:
    conforms = "true" if not result.results else "false"  # SHACL: any result, whatever its severity
    faults = " ,\n".join(map(_fault, result.results))
    tail = f" ;\n    sh:result\n{faults} ." if faults else " ."
    return f"{_PREFIXES}\n[] a sh:ValidationReport ;\n    sh:conforms {conforms}{tail}"


def _fault(result: Result) -> str:
    parts = [
        "a sh:ValidationResult",
        f"sh:focusNode {_node(result.focus)}",
        f"sh:resultSeverity sh:{result.severity.capitalize()}",
        f"sh:sourceConstraintComponent <{result.component}>",
        f"sh:resultMessage {json.dumps(result.message, ensure_ascii=False)}",
    ]
    if result.path:
        parts.append(f"sh:resultPath {_path(result.path)}")
    if result.value and not result.value.startswith("_:"):
        parts.append(f"sh:value {result.value}")
    if result.source_shape:
        parts.append(f"sh:sourceShape <{result.source_shape}>")
    body = " ;\n            ".join(parts)
    return f"        [ {body} ]"


def _node(name: str) -> str:
    return "[]" if name.startswith("_:") else f"<{name}>"


def _path(path: str) -> str:
    """A path as SPARQL writes it → as SHACL writes it in Turtle."""
    if " | " in path:
        return f"[ sh:alternativePath ( {' '.join(map(_path, path.split(' | ')))} ) ]"
    if " / " in path:
        return f"( {' '.join(map(_path, path.split(' / ')))} )"
    if path.startswith("^"):
        return f"[ sh:inversePath {_path(path[1:])} ]"
    return path if re.fullmatch(r"<.*>", path) else f"<{path}>"
