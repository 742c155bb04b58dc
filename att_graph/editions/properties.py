"""What is compared between editions: properties of one value, lists of acts, whole facts."""

# kind → (field, property, what it is called; None: one value is kept without a finding).
SINGLE: dict[str, tuple[tuple[str, str, str | None], ...]] = {
    "meeting": (
        ("ordinal", "ordinal", "number"),
        ("start", "startDate", "first day"),
        ("end", "endDate", "last day"),
        ("host", "hostState", "host State"),
        ("mode", "mode", "mode"),
        ("cycle", "cycle", None),
    ),
    "treaty": (("in_force", "entryIntoForce", "day of entry into force"),),
    "body": (("established", "establishedBy", "establishment"),),
    "organisation": (("sort", "organisationKind", None),),
    "participation": (
        ("capacity", "capacity", "capacity"),
        ("within", "withinDelegationOf", "delegation"),
    ),
    "office": (("of", "officeOf", None), ("role", "role", None)),
    "tenure": (
        ("role", "role", "role"),
        ("represents", "represents", "State or organisation represented"),
        ("start", "startDate", "first day"),
        ("starts_at", "startsAt", "start"),
        ("end", "endDate", "last day"),
        ("ends_at", "endsAt", "end"),
        ("conferred", "conferredBy", None),
        ("replaces", "replaces", None),
    ),
    "intervention": (
        ("sort", "interventionKind", None),
        ("represents", "represents", "State or organisation represented"),
        ("on_behalf", "onBehalfOf", "principal"),
    ),
    "document": (
        ("symbol", "symbol", None),
        ("sort", "documentType", None),
        ("issued", "issued", "day of issue"),
        ("submitted_to", "submittedTo", None),
        ("revision_of", "revisionOf", None),
        ("annex_of", "annexOf", None),
        ("listed_in", "listedIn", None),
    ),
    "act": (
        ("sort", "actType", "type"),
        ("made_by", "madeBy", None),
        ("proposed_to", "proposedTo", None),
    ),
    "deadline": (
        ("sort", "deadlineKind", "kind"),
        ("due", "dueDate", "day"),
        ("due_at", "dueAt", "meeting"),
        ("duration", "duration", "length"),
        ("effective", "effectiveFrom", "day of effect"),
    ),
    "figure": (
        ("value", "value", "value"),
        ("unit", "unit", None),
        ("as_of", "asOf", "day"),
    ),
    "treaty-action": (("date", "date", "day"),),
}
# Lists of an act: (field, property, what it is called, severity).
LISTS = (
    ("addressees", "addressedTo", "addressees", "warning"),
    ("recipients", "recipient", "recipients", "info"),
    ("beneficiaries", "beneficiary", "beneficiaries", "info"),
    ("acts_on", "actsOn", "documents acted on", "info"),
    ("cites", "cites", "documents cited", "info"),
    ("based_on", "basedOn", "provisions", "info"),
    ("refers_to", "refersTo", "provisions referred to", "info"),
)
# Facts that one edition has and the other lacks: kind → property its words prove, its name.
WHOLE = {
    "participation": ("participant", "participant"),
    "act": ("content", "act"),
    "deadline": ("dueText", "deadline"),
    "figure": ("value", "figure"),
    "meeting": ("startDate", "meeting"),
    "person": ("label", "person"),
    "document": ("title", "document"),
    "tenure": ("holder", "office held"),
    "intervention": ("speaker", "intervention"),
    "treaty-action": ("state", "treaty action"),
}
