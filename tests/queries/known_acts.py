"""Known answers: acts, commitments, traces, meetings, bodies."""

from known import Known

ACTS = [
    Known(
        "asked-of-actor",
        {"actor": "达尔梅尔"},  # a signatory
        ["did", "how", "content", "paragraph"],
        [("call-upon", "as one of: signatories", "参加会议", "¶7")],
    ),
    Known(
        "asked-by-addressee",
        {},
        ["who", "rank", "acts"],
        [
            ("Helpdesk", 4, 1),
            ("States Parties", 3, 1),
            ("States Parties", 5, 2),
            ("Working Group X", 2, 1),
            ("signatories", 3, 1),
        ],
    ),
    Known(
        "due-at-meeting",
        {"meeting": "Third Conference"},
        ["dueText", "did", "who", "paragraph"],
        [("向第三届会议", "mandate", "Working Group X", "¶8")],
        more="""
<id/act/conf2/9-1> tac:deadline <id/deadline/a> .
<id/deadline/a> tac:deadlineKind <concept/deadline/term> ; tac:dueAt <id/meeting/conf3> .
""",
    ),
    Known(
        "due-by-date",
        {"date": "2026-08-24"},
        ["due", "did", "who", "paragraph"],
        [
            ("2025-12-31", "request", "Helpdesk", "¶6(b)"),
            ("2026-08-24", "mandate", "Working Group X", "¶8"),
        ],
        more="""
<id/act/conf2/9-1> tac:deadline <id/deadline/a> .
<id/deadline/a> tac:deadlineKind <concept/deadline/term> ; tac:dueAt <id/meeting/conf3> .
<id/act/conf2/7-1> tac:deadline <id/deadline/b> .
<id/deadline/b> tac:deadlineKind <concept/deadline/cycle> ; tac:dueAt <id/meeting/conf3> .
""",
    ),
    Known(
        "acts-by-topic",
        {"topic": "finance"},
        ["paragraph", "did", "content"],
        [("Second Conference ¶6(b) requests", "request", "编写清单")],
    ),
    Known(
        "acts-by-type",
        {},
        ["madeBy", "rank", "did", "acts", "addressed"],
        [
            ("Second Conference", 1, "adopt", 1, 0),
            ("Second Conference", 1, "elect", 1, 0),
            ("Second Conference", 2, "mandate", 1, 1),
            ("Second Conference", 3, "call-upon", 1, 1),
            ("Second Conference", 4, "request", 1, 1),
            ("Second Conference", 5, "encourage", 1, 1),
            ("Second Conference", 6, "consider", 1, 0),
            ("Second Conference", 6, "thank", 1, 0),
            ("Working Group X", 5, "encourage", 1, 1),
        ],
    ),
    Known(
        "acts-of-type",
        {"type": "encourages"},
        ["madeBy", "paragraph", "who", "content", "voluntary"],
        [
            ("Second Conference", "¶6(a)", "States Parties", "自愿分享经验", True),
            ("Working Group X", "¶3(1)", "States Parties", "分享经验", None),
        ],
    ),
    Known(
        "thanked",
        {},
        ["who", "did", "content", "madeBy", "paragraph"],
        [("Ana ROE", "thank", "所作的工作", "Second Conference", "¶10")],
    ),
    Known(
        "provisions-relied-on",
        {},
        ["instrument", "number", "use", "times"],
        [
            ("Rules of procedure", "1", "admits participants", 1),
            ("Rules of procedure", "9", "admits participants", 1),
            ("Rules of procedure", "9", "elect", 1),
            ("Rules of procedure", "9", "referred to", 1),
        ],
        more="<id/act/conf2/7-1> tac:refersTo <id/provision/rules-9> .",
    ),
    Known(
        "recommendations",
        {"body": "WGX"},
        ["paragraph", "did", "who", "content", "proposedTo", "adoptedBy"],
        [
            (
                *("¶3(1)", "encourage", "States Parties", "分享经验"),
                *("Second Conference", "Second Conference ¶6(a) encourages"),
            )
        ],
    ),
    Known(
        "recommendations-adopted",
        {},
        ["recommendation", "decision", "did", "wording"],
        [
            (
                *("Working Group X ¶3(1) encourages", "Second Conference ¶6(a) encourages"),
                *("encourage", "{+自愿+}分享经验"),
            )
        ],
    ),
    Known(
        "conferences",
        {},
        ["ordinal", "start", "end", "place", "venue", "mode"],
        [
            (1, "2024-08-19", "2024-08-23", "阿瓦里亚城", None, None),
            (2, "2025-08-25", "2025-08-29", "城; 阿瓦里亚城", "Hall; 大厅", "hybrid"),
            (3, "2026-08-24", "2026-08-28", None, None, None),
        ],
        more='<id/meeting/conf2> tac:venue "大厅"@zh , "Hall"@en .',
    ),
    Known(
        "meetings",
        {},
        ["name", "start", "end", "cycle"],
        [("Preparatory meeting", "2025-05-20", "2025-05-21", "Second Conference")],
    ),
    Known(
        "bodies",
        {},
        ["name", "nameZh", "acronym", "establishedBy", "partOf"],
        [
            ("Conference", "会议", None, None, None),
            ("Helpdesk", "服务台", "HD", None, None),
            ("Working Group X", "X工作组", "WGX", "First Conference", "Helpdesk"),
        ],
    ),
    Known(
        "deadlines",
        {},
        ["kind", "dueText", "due", "duration", "effectiveFrom", "did"],
        [
            ("date", "不迟于2025年12月31日", "2025-12-31", None, None, "request"),
            ("meeting", "向第三届会议", "Third Conference", None, None, "mandate"),
            ("term", "任期两年", None, "P2Y", "2026-01-01", "elect"),
        ],
        more="""
<id/act/conf2/9-1> tac:deadline <id/deadline/a> .
<id/deadline/a> tac:deadlineKind <concept/deadline/term> ; tac:dueText "任期两年"@zh ;
    tac:duration "P2Y"^^xsd:duration ; tac:effectiveFrom "2026-01-01"^^xsd:date .
""",
    ),
    Known(
        "voluntary-and-conditional",
        {},
        ["paragraph", "did", "who", "voluntary", "condition"],
        [
            ("¶6(a)", "encourage", "States Parties", True, None),
            ("¶7", "call-upon", "States Parties", None, "酌情"),
            ("¶7", "call-upon", "signatories", None, "酌情"),
        ],
        more='<id/act/conf2/7-1> tac:condition "酌情"@zh .',
    ),
    Known(
        "recipients",
        {"actor": "helpdesk"},
        ["did", "who", "alsoAsked", "paragraph"],
        [("request", "Helpdesk", "yes", "¶6(b)"), ("mandate", "Working Group X", "no", "¶8")],
        more="""
<id/act/conf2/6-b-1> tac:recipient <id/body/helpdesk> .
<id/act/conf2/8-1> tac:recipient <id/body/helpdesk> .
""",
    ),
    Known(
        "asked-of-nobody",
        {},
        ["paragraph", "strength", "did", "content"],
        # a decision needs no addressee
        [("¶9", "encouragement", "encourage", "分享经验")],
        more="""
<id/act/conf2/9-2> tac:madeBy <id/meeting/conf2> ; tac:actType <concept/act-type/encourage> ;
    tac:content "分享经验"@zh ; tac:recordedIn <id/passage/small/9> .
<id/act/conf2/9-3> tac:madeBy <id/meeting/conf2> ; tac:actType <concept/act-type/decide> ;
    tac:content "休会"@zh ; tac:recordedIn <id/passage/small/9> .
""",
    ),
    Known(
        "decisions",
        {"meeting": "conf2"},
        ["paragraph", "did", "strength", "who", "content"],
        [
            ("¶5", "adopt", "decision", None, "通过了议程"),
            ("¶6", "consider", "expression", None, "审议了报告"),
            ("¶6(a)", "encourage", "encouragement", "States Parties", "自愿分享经验"),
            ("¶6(b)", "request", "request", "Helpdesk", "编写清单"),
            ("¶7", "call-upon", "urging", "States Parties", "参加会议"),
            ("¶7", "call-upon", "urging", "signatories", "参加会议"),
            ("¶8", "mandate", "mandate", "Working Group X", "向第三届会议报告"),
            ("¶9", "elect", "decision", None, "选举Bo LUND先生为第三届会议主席"),
            ("¶10", "thank", "expression", None, "所作的工作"),
        ],
    ),
    Known(
        "acts-on-document",
        {"document": "X/CONF2.WGX/2025/2/Rep"},
        ["how", "did", "paragraph"],
        [
            ("is listed in", None, None),
            ("acts on", "consider", "¶6"),
            ("mentions", "mandate", "¶8"),
        ],
        more="<id/act/conf2/8-1> tac:cites <id/document/wgx-report> .",
    ),
    Known(
        "acts-on-document",  # where no act was read, and what became of its revision
        {"document": "X/CONF2.WGX/2025/2/Rep"},
        ["how", "did", "content", "madeBy", "paragraph"],
        [
            ("is listed in", None, None, "Final report", None),
            (
                *("stands in", None, "会议责成X工作组向第三届会议报告。"),
                *("Final report of the Second Conference, Chinese", "¶8"),
            ),
            ("acts on revision", "adopt", "通过了议程", "Second Conference", "¶5"),
            ("acts on", "consider", "审议了报告", "Second Conference", "¶6"),
        ],
        more="""
<id/document/agenda> tac:revisionOf <id/document/wgx-report> .
<id/document/wgx-report> tac:listedIn <id/document/report> ;
    tac:evidence <id/quotation/a> , <id/quotation/b> .
<id/passage/small/6> tac:start 10 ; tac:end 20 .
<id/passage/small/8> tac:start 120 ; tac:end 150 .
<id/quotation/a> tac:source <id/source/small> ; tac:start 130 ; tac:end 135 .
<id/quotation/b> tac:source <id/source/small> ; tac:start 12 ; tac:end 15 .
""",
    ),
    Known(
        "acts-under-provision",
        {"provision": "Rule 9"},
        ["how", "number", "did", "madeBy", "paragraph"],
        [
            ("based on it", "9", "elect", "Second Conference", "¶9"),
            ("refers to it", "9.1", "call-upon", "Second Conference", "¶7"),
        ],
        more="""
<id/provision/rules-9-1> a tac:Provision ; tac:instrument <id/instrument/rules> ; tac:number "9.1" .
<id/provision/rules-91> a tac:Provision ; tac:instrument <id/instrument/rules> ; tac:number "91" .
<id/act/conf2/7-1> tac:refersTo <id/provision/rules-9-1> .
<id/act/conf2/8-1> tac:refersTo <id/provision/rules-91> .
""",
    ),
    Known(
        "recommendations-not-adopted",
        {"meeting": "conf2"},
        ["madeBy", "paragraph", "did", "content"],
        [("Working Group X", "¶3(2)", "request", "公布名单")],
        more="""
<id/passage/small-wgx/3-2> tac:number "3" ; tac:item "2" .
<id/act/conf2-wgx/3-2-1> tac:madeBy <id/body/wgx> ; tac:proposedTo <id/meeting/conf2> ;
    tac:actType <concept/act-type/request> ; tac:content "公布名单"@zh ;
    tac:recordedIn <id/passage/small-wgx/3-2> .
""",
    ),
    Known(
        "recommendations-not-adopted",  # of the third conference no decision is known yet
        {"meeting": "conf3"},
        ["content"],
        [],
        more="""
<id/act/conf3-wgx/3-2-1> tac:madeBy <id/body/wgx> ; tac:proposedTo <id/meeting/conf3> ;
    tac:actType <concept/act-type/request> ; tac:content "公布名单"@zh .
""",
    ),
    Known(
        "wording-changes",
        {},
        ["recommendation", "recommended", "decision", "decided", "change"],
        [
            (
                *("Working Group X ¶3(1) encourages", "分享经验"),
                *("Second Conference ¶6(a) encourages", "自愿分享经验", "{+自愿+}分享经验"),
            )
        ],
    ),
    Known(
        "calendar",
        {"date": "2025-08-26"},
        ["day", "until", "what", "title", "who"],
        [
            ("2025-12-31", None, "due", "编写清单", "Helpdesk"),
            ("2026-01-01", None, "takes effect", "编写清单", "Helpdesk"),
            ("2026-08-24", None, "due", "向第三届会议报告", "Working Group X"),
            ("2026-08-24", "2026-08-28", "meeting", "Third Conference", None),
            ("2026-08-28", None, "due", "参加会议", "States Parties"),  # in the cycle
            ("2026-08-28", None, "due", "参加会议", "signatories"),
            ("2026-08-28", None, "term ends", "选举Bo LUND先生为第三届会议主席", None),
        ],
        more="""
<id/deadline/conf2/6-b-1> tac:effectiveFrom "2026-01-01"^^xsd:date .
<id/act/conf2/9-1> tac:deadline <id/deadline/a> .
<id/deadline/a> tac:deadlineKind <concept/deadline/term> ; tac:dueAt <id/meeting/conf3> .
<id/act/conf2/7-1> tac:deadline <id/deadline/b> .
<id/deadline/b> tac:deadlineKind <concept/deadline/cycle> ; tac:dueAt <id/meeting/conf3> .
""",
    ),
    Known(
        "acts-repeated",
        {"earlier": "conf1", "later": "conf2"},
        ["change", "did", "who", "topic", "before", "after"],
        # the other act of the first conference has another addressee
        [("repeated", "request", "Helpdesk", "finance", "编写名单", "编写清单")],
        more="""
<id/act/conf1/4-1> tac:madeBy <id/meeting/conf1> ; tac:actType <concept/act-type/request> ;
    tac:addressedTo <id/body/helpdesk> ; tac:topic <concept/topic/finance> ;
    tac:content "编写名单"@zh .
<id/act/conf1/4-2> tac:madeBy <id/meeting/conf1> ; tac:actType <concept/act-type/request> ;
    tac:addressedTo <id/body/wgx> ; tac:topic <concept/topic/finance> ; tac:content "编写表格"@zh .
""",
    ),
    Known(
        "acts-repeated",  # with the acts of one conference, nothing is concluded
        {"earlier": "conf1", "later": "conf2"},
        ["change", "did", "who", "act"],
        [("no acts recorded", None, "First Conference", None)],
    ),
]
