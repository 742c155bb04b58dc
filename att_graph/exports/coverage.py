"""What was made of a report's sentences, as text for a terminal, as JSON, or as a page to read."""

import json
from collections import Counter
from dataclasses import asdict
from typing import Any

from att_graph.curation.blocks import Block, Sentence
from att_graph.curation.cards import Card, cards
from att_graph.curation.coverage import FACTS, REASONS, UNREAD, Coverage
from att_graph.curation.nearest import Residue, residue, told
from att_graph.errors import InputError
from att_graph.iris import iri
from att_graph.model import Ref
from att_graph.text import Span

FORMATS = ("text", "html", "json")
_WIDTH = 46  # characters of a sentence that a line of the text form shows


def render(found: Coverage, form: str) -> str:
    """A coverage → its text in one of FORMATS, without a final line break. Raises InputError."""
    if form == "text":
        return _text(found)
    if form == "json":
        return json.dumps(_tree(found), ensure_ascii=False, indent=2)
    if form == "html":
        from att_graph.site.coverage import page

        return page(found)
    raise InputError(f"format: '{form}' is none of {', '.join(FORMATS)}")


def _text(found: Coverage) -> str:
    lines = [f"{found.title} ({found.report.id})", ""]
    for block in found.blocks:
        name = _name(block)
        for sentence in block.sentences:
            lines.append(f"{name:<10} {_short(sentence.text)}  {_said(sentence)}")
            lines += [f"{'':<10}   ! {_finding(found, ref)}" for ref in sentence.findings]
            name = ""
    lines += ["", *(f"{name}: {value}" for name, value in found.figures.items())]
    lines += [f"not understood, {_name(b)}: {s.text}" for b, s in found.not_understood()]
    lines += ["", *(line for each in residue(found) for line in told(each))]
    return "\n".join(lines).rstrip("\n")


def _name(block: Block) -> str:
    return f"¶{block.label}" if block.kind in ("paragraph", "item") else block.kind


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"


def _said(sentence: Sentence) -> str:
    if sentence.reason == UNREAD:
        return f"← NOT UNDERSTOOD: {sentence.why}"
    if sentence.reason != FACTS:
        return f"← {REASONS[sentence.reason]}"
    kinds = Counter(ref.kind for ref in sentence.facts)
    told = ", ".join(f"{kind} {count}" if count > 1 else kind for kind, count in kinds.items())
    return f"→ {told}"


def _finding(found: Coverage, ref: Ref) -> str:
    fact = found.report.facts[ref]
    return f"{fact.labels[0].value if fact.labels else ref.key}"


def _tree(found: Coverage) -> dict[str, Any]:
    shown = cards(found.report, (mark.fact for mark in found.marks))
    source = found.report.source
    return {
        "report": {
            "id": found.report.id,
            "title": found.title,
            "language": found.report.lang,
            "sha256": source.sha256,
        },
        "figures": found.figures,
        "blocks": [_block(block) for block in found.blocks],
        "facts": [_fact(found, card) for card in shown.values()],
        "residue": [_residue(each) for each in residue(found)],
    }


def _residue(each: Residue) -> dict[str, Any]:
    near = [asdict(near) | {"ref": iri(near.ref)} for near in each.near]
    return {"sort": each.sort, "printed": each.printed, "sentence": each.sentence, "near": near}


def _block(block: Block) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "label": block.label,
        "part": block.part,
        "spans": _pairs(block.view.spans()),
        "sentences": [
            {
                "text": sentence.text,
                "spans": _pairs(sentence.spans),
                "reason": sentence.reason,
                "why": sentence.why,
                "facts": [iri(ref) for ref in sentence.facts],
                "findings": [iri(ref) for ref in sentence.findings],
                "unread": [{"sort": sort, "text": text} for sort, text in sentence.unread],
            }
            for sentence in block.sentences
        ],
    }


def _fact(found: Coverage, card: Card) -> dict[str, Any]:
    return {
        "iri": card.iri,
        "types": card.types,
        "labels": card.labels,
        "properties": {
            name: [value.iri or value.words for value in values] for name, values in card.properties
        },
        "evidence": [
            {"start": mark.start, "end": mark.end, "supports": list(mark.supports)}
            for mark in found.marks
            if mark.fact == card.ref
        ],
    }


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
