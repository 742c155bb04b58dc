"""An explanation as text for a terminal, or as JSON."""

import json
from collections.abc import Iterator
from dataclasses import asdict

from att_graph import vocab
from att_graph.errors import InputError
from att_graph.explain import Explanation, Quote

FORMATS = ("text", "json")
_LINKS = 40  # a treaty or a State is referred to from everywhere


def render(found: Explanation, form: str) -> str:
    """An explanation → its text in one of FORMATS, without a final line break."""
    if form == "json":
        return json.dumps(asdict(found), ensure_ascii=False, indent=2)
    if form == "text":
        return "\n".join(_lines(found))
    raise InputError(f"format: '{form}' is none of {', '.join(FORMATS)}")


def _lines(found: Explanation) -> Iterator[str]:
    yield found.sentence
    yield f"  {found.iri} ({', '.join(found.types)})"
    if found.quotes:
        yield from ("", "Where it says so")
        for quote in found.quotes:
            yield from _quote(quote)
    yield from ("", "How it is known")
    words = (
        "the words of the report themselves" if found.quotes else "told by the project's own files"
    )
    yield f"  {', '.join(found.basis) or words}"
    yield from (f"  “{word}” says: {concept}" for word, concept in found.words)
    yield from (f"  rule {rule.key}: {rule.definition}" for rule in found.rules)
    if found.judgements:
        yield from ("", "What a person decided")
        for each in found.judgements:
            yield f"  {each.decision}, by {each.by} on {each.on}: {each.reason}"
            yield from (f"    about 【{' '.join(words.split())}】" for words in each.words)
            yield f"    {_short(each.iri)}"
    if found.derived:
        yield from ("", "What was inferred")
        for rule in found.derived:
            yield f"  {rule.concluded}"
            yield f"    by rule {rule.key}: {rule.definition}"
    if found.links:
        yield from ("", f"What refers to it ({len(found.links)})")
        for link in found.links[:_LINKS]:
            yield f"  {link.property} ← {_short(link.iri)}: {link.label}"
        if len(found.links) > _LINKS:
            yield f"  … and {len(found.links) - _LINKS} more (--format json shows all)"


def _quote(quote: Quote) -> Iterator[str]:
    place = f"¶{quote.paragraph}" if quote.paragraph else "outside the paragraphs"
    place += f", page {quote.page}" if quote.page else ""
    proves = f", for {', '.join(quote.supports)}" if quote.supports else ""
    yield f"  {quote.report} {place}, characters {quote.start}–{quote.end}{proves}"
    before, after = (f"…{quote.before}" if quote.before else ""), quote.after
    text = " ".join(quote.text.split())
    yield f"    {before}【{text}】{after}{'…' if after else ''}"


def _short(iri: str) -> str:
    return iri.removeprefix(vocab.THING).removeprefix(vocab.BASE)
