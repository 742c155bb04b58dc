"""A report as read in; the line that says what it was taken for out."""

from att_graph.model import Document, Report

_FORMS = {"text": "plain text", "markdown": "Markdown"}  # the others are called by their letters
_LANGUAGES = {
    "ar": "Arabic",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "ru": "Russian",
    "zh": "Chinese",
}


def caption(report: Report) -> str:
    """What kind of report, of which meeting, in which language, under which symbol, from what.

    "conference report of CSP11, English, ATT/CSP11/2025/SEC/1/Conf.FinRep, from PDF, 12 pages"
    """
    source = report.source
    what = f"{report.sort.replace('-', ' ')} of {report.meeting.key.upper()}"
    if report.body is not None:
        what += f" by {report.body.key.upper()}"
    fact = report.facts.get(report.document) if report.document else None
    symbol = fact.symbol if isinstance(fact, Document) else None
    pages = source.pages or 0
    parts = [
        what,
        _LANGUAGES.get(report.lang, report.lang),
        symbol or "no symbol",
        f"from {_FORMS.get(source.form, source.form.upper())}",
        *([f"{pages} page{'s' * (pages > 1)}"] if pages else []),
        *source.remarks,
    ]
    return ", ".join(parts)
