"""Known answers: participation, standing, offices, speakers."""

from known import Known

NOTICE = """
<id/treaty-action/a> tac:treaty <id/treaty/att> ; tac:state <id/state/XDA> ;
    tac:actionType <concept/treaty-action/notice-of-no-intent> ;
    tac:earliest "2019-07-18"^^xsd:date ; tac:latest "2019-07-18"^^xsd:date .
"""

ACTORS = [
    Known(
        "participants",
        {"meeting": "conf2"},
        ["capacity", "name", "code", "admittedUnder", "delegationOf"],
        [
            ("civil-society", "Calm Now", None, None, "宁静联盟"),
            ("civil-society", "和平实验室", None, None, None),
            ("civil-society", "宁静联盟", None, None, None),
            ("observer-organisation", "Northern Alliance", "NA", None, None),
            ("observer-state", "Estavia", "XES", None, None),
            ("signatory", "Dalmere", "XDA", None, None),
            ("state-party", "Avaria", "XAV", "Rule 1; Rule 9", None),
        ],
    ),
    Known(
        "absent-states-parties",
        {"meeting": "conf2"},
        ["code", "nameZh", "party", "region"],
        [("XBE", "贝尔莫拉", "yes", "Northland"), ("XCO", "科尔维亚", "yes", "Southland")],
    ),
    Known(
        "delegations-and-organisations",
        {"meeting": "conf2"},
        ["capacity", "delegations", "participants"],
        [
            ("civil-society", 2, 3),
            ("observer-organisation", 1, 1),
            ("observer-state", 1, 1),
            ("signatory", 1, 1),
            ("state-party", 1, 1),
        ],
    ),
    Known(
        "coalition-members",
        {"meeting": "conf2"},
        ["coalition", "name", "rule"],
        [("宁静联盟", "Calm Now", "coalition-delegation")],
    ),
    Known(
        "participation-by-group",
        {"meeting": "conf2"},
        ["regionalGroup", "statesParties", "signatories", "observers", "states"],
        [("Polar group", 1, 1, 0, 2), ("in no group", 0, 0, 1, 1)],
    ),
    Known(
        "participation-by-region",
        {"meeting": "conf2"},
        ["region", "subregion", "statesParties", "signatories", "observers", "states"],
        [("Northland", "Far North", 1, 0, 0, 1), ("Southland", "not assigned", 0, 1, 1, 2)],
    ),
    Known(
        "standing-of-state",
        {"state": "Corvia", "date": "2024-08-19"},
        ["party", "possibleFrom", "certainFrom", "signedBy"],
        [("undetermined", "2024-03-31", "2025-03-31", None)],
    ),
    Known(
        "standing-of-state",
        {"state": "Corvia", "date": "2024-08-19", "treaty": "Treaty on Lamps"},
        ["party", "possibleFrom", "certainFrom"],
        # its delay is not known: neither a deposit nor the lack of one decides
        [("undetermined", None, None)],
        more="""
<id/treaty/lamps> a tac:Treaty ; rdfs:label "Treaty on Lamps"@en .
<id/treaty-action/a> tac:treaty <id/treaty/lamps> ; tac:state <id/state/XCO> ;
    tac:actionType <concept/treaty-action/accession> ;
    tac:earliest "2020-01-01"^^xsd:date ; tac:latest "2020-01-01"^^xsd:date .
""",
    ),
    Known(
        "standing-of-state",  # what it did later does not show
        {"state": "XDA", "date": "2012-01-01"},
        ["party", "signedBy", "noIntent", "notice"],
        [("no", None, None, None)],
        more=NOTICE,
    ),
    Known(
        "standing-of-state",
        {"state": "XDA", "date": "2020-01-01"},
        ["party", "signedBy", "noIntent", "notice"],
        [("no", "2013-06-03", "2019-07-18", "https://w3id.org/att-graph/id/treaty-action/a")],
        more=NOTICE,
    ),
    Known(
        "states-parties-on",
        {"date": "2025-08-25"},
        ["code", "party", "certainFrom"],
        [
            ("XAV", "yes", "2014-12-24"),
            ("XBE", "yes", "2020-10-04"),
            ("XCO", "yes", "2025-03-31"),
        ],
    ),
    Known(
        "members-of-group",
        {"group": "States Parties", "date": "2024-10-01"},
        ["member", "code", "belongs"],
        [
            ("Avaria", "XAV", "yes"),
            ("Belmora", "XBE", "yes"),
            ("Corvia", "XCO", "undetermined"),
            ("Galdia", "XGA", "yes"),
        ],
    ),
    Known(
        "elected-and-appointed",
        {"meeting": "conf2"},
        ["did", "holder", "role", "office", "represents", "from", "until", "paragraph"],
        [
            (
                *("elect", "Bo LUND", "president", "Third Conference"),
                *("Belmora", None, "Third Conference", "¶9"),
            )
        ],
    ),
    Known(
        "persons",
        {},
        ["name", "did", "where", "represents", "from", "until"],
        [
            ("Ana ROE", "president", "Second Conference", "Avaria", "2024-08-24", None),
            ("Bo LUND", "panel", "Second Conference", "Belmora", None, None),
            ("Bo LUND", "president", "Third Conference", "Belmora", None, "Third Conference"),
        ],
    ),
    Known(
        "absent-signatories",
        {"meeting": "conf2"},
        ["name", "code", "signatory", "noIntent"],
        # Dalmere came, Corvia is a party by then; Fulgora's deposit has not taken effect
        [("Fulgora", "XFU", "yes", "2024-05-01"), ("Humbria", "XHU", "undetermined", None)],
        more="""
<id/treaty-action/a> tac:treaty <id/treaty/att> ; tac:state <id/state/XFU> ;
    tac:actionType <concept/treaty-action/signature> ;
    tac:earliest "2014-01-01"^^xsd:date ; tac:latest "2014-01-01"^^xsd:date .
<id/treaty-action/b> tac:treaty <id/treaty/att> ; tac:state <id/state/XFU> ;
    tac:actionType <concept/treaty-action/notice-of-no-intent> ;
    tac:earliest "2024-05-01"^^xsd:date ; tac:latest "2024-05-01"^^xsd:date .
<id/treaty-action/c> tac:treaty <id/treaty/att> ; tac:state <id/state/XCO> ;
    tac:actionType <concept/treaty-action/signature> ;
    tac:earliest "2014-01-01"^^xsd:date ; tac:latest "2014-01-01"^^xsd:date .
<id/state/XHU> a tac:State ; rdfs:label "Humbria"@en ; tac:iso3 "XHU" .
<id/treaty-action/d> tac:treaty <id/treaty/att> ; tac:state <id/state/XHU> ;
    tac:actionType <concept/treaty-action/signature> ;
    tac:earliest "2025-01-01"^^xsd:date ; tac:latest "2025-12-31"^^xsd:date .
""",
    ),
    Known(
        "attendance-of-actor",
        {"actor": "达尔梅尔"},
        ["meeting", "start", "capacity", "delegationOf"],
        [
            ("First Conference", "2024-08-19", "observer-state", None),
            ("Second Conference", "2025-08-25", "signatory", None),
        ],
        more="""
<id/participation/conf1-XDA> tac:participant <id/state/XDA> ; tac:meeting <id/meeting/conf1> ;
    tac:capacity <concept/capacity/observer-state> .
""",
    ),
    Known(
        "new-states-parties",
        {"since": "conf1", "until": "conf2"},
        ["name", "became", "possibleFrom", "certainFrom"],
        # Fulgora's deposit takes effect after the second conference
        [
            ("Corvia", "undetermined", "2024-03-31", "2025-03-31"),
            ("Estavia", "yes", "2025-04-01", "2025-04-01"),
        ],
        more="""
<id/treaty-action/a> tac:treaty <id/treaty/att> ; tac:state <id/state/XES> ;
    tac:actionType <concept/treaty-action/accession> ;
    tac:earliest "2025-01-01"^^xsd:date ; tac:latest "2025-01-01"^^xsd:date ;
    tac:effectiveEarliest "2025-04-01"^^xsd:date ; tac:effectiveLatest "2025-04-01"^^xsd:date .
""",
    ),
    Known(
        "new-states-parties",  # what a report states stands beside; one of another year does not
        {"since": "conf1", "until": "conf2"},
        ["name", "became", "stated", "standsOn"],
        [("Corvia", "undetermined", "一个新缔约国", "https://w3id.org/att-graph/id/figure/a")],
        more="""
<id/figure/a> tac:measure <concept/measure/new-states-parties> ; tac:about <id/state/XCO> ;
    tac:evidence <id/quotation/a> .
<id/quotation/a> tac:source <id/source/small> ; tac:quotedText "一个新缔约国" .
<id/source/small> dcterms:issued "2025-08-29"^^xsd:date .
<id/figure/b> tac:measure <concept/measure/new-states-parties> ; tac:about <id/state/XCO> ;
    tac:evidence <id/quotation/b> .
<id/quotation/b> tac:source <id/source/other> ; tac:quotedText "新缔约国" .
<id/source/other> dcterms:issued "2024-08-01"^^xsd:date .
""",
    ),
    Known(
        "treaty-actions-between",
        {"since": "conf1", "until": "conf2"},
        ["name", "did", "date", "between"],
        [
            ("Corvia", "unspecified-consent", "2024", "undetermined"),
            ("Galdia", "withdrawal", "2025-01-15", "yes"),
            ("Fulgora", "ratification", "2025-07-01", "yes"),
        ],
    ),
    Known(
        "treaty-actions-of-state",
        {"state": "Galdia"},
        ["treaty", "did", "date"],
        [
            ("Arms Trade Treaty", "ratification", "2014-01-15"),
            ("Arms Trade Treaty", "withdrawal", "2025-01-15"),
        ],
    ),
    Known(
        "states-outside-treaty",
        {"date": "2024-06-01"},
        ["region", "name", "outside"],
        [
            ("Southland", "Corvia", "undetermined"),
            ("Southland", "Estavia", "yes"),
            ("Southland", "Fulgora", "yes"),
        ],
    ),
    Known(
        "states-outside-treaty",
        {"date": "2025-08-25"},
        ["name", "outside"],
        [("Estavia", "yes"), ("Galdia", "yes")],  # Galdia has left; Fulgora has deposited
    ),
    Known(
        "standing-by-region",
        {"date": "2025-08-25"},
        ["region", "states", "parties", "undetermined", "signatories", "outside", "percent"],
        [("Northland", 2, 2, 0, 0, 0, 100), ("Southland", 5, 1, 0, 1, 3, 20)],
    ),
    Known(
        "standing-by-region",
        {"date": "2024-06-01"},
        ["region", "states", "parties", "undetermined", "signatories", "outside", "percent"],
        [("Northland", 2, 2, 0, 0, 0, 100), ("Southland", 5, 1, 1, 1, 2, 20)],
    ),
    Known(
        "office-holders",
        {"of": "conf3"},
        ["role", "holder", "represents", "post", "until", "did"],
        [("president", "Bo LUND", "Belmora", None, "Third Conference", "elect")],
    ),
    Known(
        "office-holders",
        {"of": "Northern Alliance"},
        ["role", "holder", "post"],
        [(None, "Bo LUND", "envoy")],
        more="""
<id/office/envoy> a tac:Office ; rdfs:label "envoy"@en ; tac:officeOf <id/organisation/alliance> .
<id/tenure/envoy> tac:office <id/office/envoy> ; tac:holder <id/person/bo-lund> .
""",
    ),
    Known(
        "offices-of-state",
        {"state": "XBE"},
        ["role", "office", "holder", "from", "until", "did"],
        [
            (
                *("president", "Third Conference", "Bo LUND"),
                *(None, "Third Conference", "elect"),
            ),
            ("member", "Working Group X", "Belmora", "2025-01-01", None, None),
        ],
        more="""
<id/tenure/a> tac:holder <id/state/XBE> ; tac:office <id/body/wgx> ;
    tac:role <concept/role/member> ; tac:startDate "2025-01-01"^^xsd:date .
""",
    ),
    Known(
        "terms-ending",
        {"meeting": "conf3"},
        ["office", "role", "holder", "represents", "until"],
        # the third term ends after the conference
        [
            ("Third Conference", "president", "Bo LUND", "Belmora", "Third Conference"),
            ("Working Group X", "member", "Avaria", None, "2026-08-25"),
        ],
        more="""
<id/tenure/a> a tac:Tenure ; tac:holder <id/state/XAV> ; tac:office <id/body/wgx> ;
    tac:role <concept/role/member> ; tac:endDate "2026-08-25"^^xsd:date .
<id/tenure/b> a tac:Tenure ; tac:holder <id/state/XCO> ; tac:office <id/body/wgx> ;
    tac:role <concept/role/member> ; tac:endDate "2026-08-29"^^xsd:date .
""",
    ),
    Known(
        "replacements",
        {},
        ["office", "role", "replaced", "until", "newHolder", "from", "newUntil"],
        [
            (
                *("Working Group X", "member", "Belmora", "First Conference"),
                *("Corvia", "First Conference", "2025-12-31"),
            )
        ],
        more="""
<id/tenure/a> tac:holder <id/state/XBE> ; tac:office <id/body/wgx> ;
    tac:role <concept/role/member> ; tac:endsAt <id/meeting/conf1> .
<id/tenure/b> tac:holder <id/state/XCO> ; tac:office <id/body/wgx> ; tac:replaces <id/tenure/a> ;
    tac:role <concept/role/member> ; tac:startsAt <id/meeting/conf1> ;
    tac:endDate "2025-12-31"^^xsd:date .
""",
    ),
    Known(
        "representatives",
        {"actor": "XBE"},
        ["name", "how", "where", "behalf"],
        [
            ("Ana ROE", "statement", "Second Conference", "on behalf of"),
            ("Bo LUND", "panel", "Second Conference", None),
            ("Bo LUND", "president", "Third Conference", None),
        ],
        more="""
<id/intervention/a> tac:speaker <id/person/ana-roe> ; tac:meeting <id/meeting/conf2> ;
    tac:onBehalfOf <id/state/XBE> ; tac:interventionKind <concept/intervention-kind/statement> .
""",
    ),
    Known(
        "presidents",
        {},
        ["ordinal", "conference", "start", "president", "represents"],
        [
            (1, "First Conference", "2024-08-19", "not recorded", None),
            (2, "Second Conference", "2025-08-25", "Ana ROE", "Avaria"),
            (3, "Third Conference", "2026-08-24", "Bo LUND", "Belmora"),
        ],
    ),
    Known(
        "speakers",
        {"meeting": "conf2"},
        ["kind", "name", "post", "represents", "onBehalfOf"],
        [
            ("panel", "Bo LUND", "envoy", "Belmora", None),
            ("statement", "Ana ROE", None, None, "宁静联盟"),
        ],
        more="""
<id/office/envoy> a tac:Office ; rdfs:label "envoy"@en .
<id/tenure/envoy> tac:office <id/office/envoy> ; tac:holder <id/person/bo-lund> .
<id/intervention/a> tac:speaker <id/person/ana-roe> ; tac:meeting <id/meeting/conf2> ;
    tac:onBehalfOf <id/organisation/quiet> ;
    tac:interventionKind <concept/intervention-kind/statement> .
""",
    ),
    Known(
        "participants-compared",
        {"earlier": "conf1", "later": "conf2"},
        ["change", "name", "capacityBefore", "capacityAfter"],
        [
            ("both", "Avaria", "state-party", "state-party"),
            ("both", "Dalmere", "observer-state", "signatory"),
            ("gone", "Belmora", "state-party", None),
            ("new", "Calm Now", None, "civil-society"),
            ("new", "Estavia", None, "observer-state"),
            ("new", "Northern Alliance", None, "observer-organisation"),
            ("new", "和平实验室", None, "civil-society"),
            ("new", "宁静联盟", None, "civil-society"),
        ],
        more="""
<id/participation/conf1-XAV> tac:participant <id/state/XAV> ; tac:meeting <id/meeting/conf1> ;
    tac:capacity <concept/capacity/state-party> .
<id/participation/conf1-XBE> tac:participant <id/state/XBE> ; tac:meeting <id/meeting/conf1> ;
    tac:capacity <concept/capacity/state-party> .
<id/participation/conf1-XDA> tac:participant <id/state/XDA> ; tac:meeting <id/meeting/conf1> ;
    tac:capacity <concept/capacity/observer-state> .
""",
    ),
    Known(
        "participants-compared",  # with one list of participants, nothing is concluded
        {"earlier": "conf1", "later": "conf2"},
        ["change", "name", "participation"],
        [("no list of participants", "First Conference", None)],
    ),
]
