"""How a fact is said in one English sentence: pieces by class, each used when its values are known.

`{addressedTo}` stands for the names of the property's values, `{label}` for the thing's own name.
"""

import re
from collections.abc import Callable

PIECES: dict[str, tuple[str, ...]] = {
    "Act": (
        "{madeBy}", " (proposing to {proposedTo})", " {actType}", " {addressedTo}",
        " {beneficiary}", ": “{content}”", "; on condition: “{condition}”",
        "; voluntary: {voluntary}",
        "; to be told: {recipient}", "; due: “{deadline}”", "; on the document {actsOn}",
        "; citing {cites}", "; based on {basedOn}", "; referring to {refersTo}",
        "; topic: {topic}", "; adopting {adopts}",
    ),
    "Participation": (
        "{participant}", " took part in {meeting}", " as {capacity}",
        ", admitted under {admittedUnder}", ", within the delegation of {withinDelegationOf}",
    ),
    "Tenure": (
        "{holder}", " holds office", " as {role}", " ({office})", ", representing {represents}",
        ", from {startDate}", ", from {startsAt}", ", until {endDate}", ", until {endsAt}",
        ", conferred by {conferredBy}", ", replacing {replaces}",
    ),
    "Meeting": (
        "{label} is a meeting", " of {meetingOf}", ", from {startDate}", " to {endDate}",
        ", in {place}", " ({hostState})", ", at {venue}", ", {mode}", ", in the cycle of {cycle}",
    ),
    "Person": ("{label} is a person",),
    "Office": ("{label} is an office", " of {officeOf}", ", with the role {role}"),
    "ActorGroup": ("{label} is a group of actors", " with the standing {memberStanding}"),
    "Document": (
        "{label} is a document", " ({documentType})", ", entitled “{title}”",
        ", submitted by {submittedBy}", ", submitted to {submittedTo}", ", issued on {issued}",
        ", a revision of {revisionOf}", ", an annex of {annexOf}", ", listed in {listedIn}",
    ),
    "Provision": ("{label} is provision {number}", " of {instrument}"),
    "Deadline": (
        "A deadline ({deadlineKind}): “{dueText}”", ", on {dueDate}", ", at {dueAt}",
        ", lasting {duration}", ", effective from {effectiveFrom}",
    ),
    "Figure": ("{measure}: {value}", " ({unit})", ", on {asOf}", ", about {about}"),
    "Intervention": (
        "{speaker}", " took the floor", " ({interventionKind})", " at {meeting}",
        ", representing {represents}", ", on behalf of {onBehalfOf}",
    ),
    "TreatyAction": ("{state}", ": {actionType}", ", {treaty}", ", on {date}"),
    "Finding": (
        "A finding ({findingType}, {severity}): printed “{printed}”", ", read as “{readAs}”",
        ", about {about}", ": {comment}",
    ),
    "Passage": ("{label} is paragraph {number}", ", item {item},", " of {document}"),
    "Quotation": ("A quotation from {source}", ": “{quotedText}”"),
    "SourceText": ("{label} is a stored text", ", an edition of {editionOf}"),
    "Statement": ("{subject}", " {predicate}", " {object}"),
}  # fmt: skip
_FIELD = re.compile(r"\{(\w+)\}")


def sentence(types: list[str], names: Callable[[str], list[str]]) -> str:
    """The local names of a thing's classes, and property → names of its values, in.

    One sentence out, or "" for a thing of no class that has phrases.
    """
    kind = next((kind for kind in PIECES if kind in types), None)
    if kind is None:
        return ""
    said = ""
    for piece in PIECES[kind]:
        values = {name: _listed(names(name)) for name in _FIELD.findall(piece)}
        if all(values.values()):
            said += piece.format(**values)
    return said.rstrip(".。") + "."


def _listed(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
