"""Known answers: documents, figures, findings, evidence."""

from known import Known

TEXTS = [
    Known(
        "documents-acted-on",
        {"meeting": "conf2"},
        ["did", "symbol", "title", "submittedBy", "paragraph"],
        [
            ("adopt", "X/CONF2/2025/1/Agenda", "议程", "Helpdesk", "¶5"),
            ("consider", "X/CONF2.WGX/2025/2/Rep", "X工作组的报告", "Working Group X", "¶6"),
        ],
    ),
    Known(
        "documents-by-submitter",
        {},
        ["submittedBy", "type", "title"],
        [
            (None, "final-report", "最终报告"),
            ("Avaria", "working-paper", "关于宁静的想法"),
            ("Helpdesk", "agenda", "议程"),
            ("Working Group X", "report", "X工作组的报告"),
        ],
    ),
    Known(
        "documents-never-cited",
        {},
        ["symbol", "title", "submittedBy", "listedIn"],
        [(None, "关于宁静的想法", "Avaria", "Final report")],
        # of the other report no act is known: its list is not searched
        more="""
<id/passage/small/5> tac:document <id/document/report> .
<id/document/note> a tac:Document ; dcterms:title "Note"@en ; tac:listedIn <id/document/other> .
""",
    ),
    Known(
        "stated-figures",
        {},
        ["measure", "value", "unit", "asOf", "about", "quotedText"],
        [
            ("share-of-states-parties", 23.5, "percent", None, "Southland", None),
            ("states-attending", 3, "count", "2025-08-25", "Second Conference", "3个国家"),
        ],
    ),
    Known(
        "findings",
        {},
        ["severity", "finding", "printed", "readAs", "about"],
        [("warning", "broken-date", "2025年8日", None, "Second Conference ¶7 calls upon")],
    ),
    Known(
        "evidence",
        {"thing": "conf2"},
        ["fact", "quotedText", "supports", "start", "end"],
        [
            ("Second Conference", "第二届会议", None, 0, 5),
            ("3 States attending", "3个国家", "value", 6, 10),
            ("Avaria at the Second Conference", "阿瓦里亚", "participant", 13, 17),
        ],
    ),
    Known(
        "symbol-gaps",
        {},
        ["firstMissing", "lastMissing", "after", "before"],
        # 14 is in no list but exists; 30 stands beyond the end of the list
        [
            (13, 13, "X/CONF2/2025/SEC/12/B", "X/CONF2.WGX/2025/SEC/14/D"),
            (16, 17, "X/CONF2/2025/SEC/15/E", "X/CONF2/2025/SEC/18/F"),
        ],
        more="""
<id/document/k11> tac:symbol "X/CONF2/2025/SEC/11/A" ; tac:listedIn <id/document/report> .
<id/document/k12> tac:symbol "X/CONF2/2025/SEC/12/B" ; tac:listedIn <id/document/report> .
<id/document/k12a> tac:symbol "X/CONF2/2025/SEC/12/B/Annex" ; tac:listedIn <id/document/report> .
<id/document/k14> tac:symbol "X/CONF2.WGX/2025/SEC/14/D" .
<id/document/k15> tac:symbol "X/CONF2/2025/SEC/15/E" ; tac:listedIn <id/document/report> .
<id/document/k18> tac:symbol "X/CONF2/2025/SEC/18/F" ; tac:listedIn <id/document/report> .
<id/document/k30> tac:symbol "X/CONF2/2025/SEC/30/G" .
<id/document/y16> tac:symbol "Y/CONF2/2025/SEC/16/H" .
""",
    ),
    Known(
        "revisions",
        {},
        ["revision", "original", "title", "submittedBy"],
        [
            ("X/CONF2/2025/1/Agenda/Rev", "X/CONF2/2025/1/Agenda", "议程修订本", "Helpdesk"),
            ("X/CONF2/2025/7/NP/Rev.1", None, "非文件", None),
        ],
        more="""
<id/document/b> tac:symbol "X/CONF2/2025/1/Agenda/Rev" ; dcterms:title "议程修订本"@zh ;
    tac:revisionOf <id/document/agenda> ; tac:submittedBy <id/body/helpdesk> .
<id/document/c> tac:symbol "X/CONF2/2025/7/NP/Rev.1" ; dcterms:title "非文件"@zh .
<id/document/d> tac:symbol "X/CONF2/2025/8/Review" .
""",
    ),
    Known(
        "printed-symbols",
        {},
        ["printed", "symbol", "finding", "why"],
        [
            (
                *("X/CONF3/2025/1/Agenda", "X/CONF2/2025/1/Agenda"),
                *("symbol-misprint", "The session is another."),
            ),
            ("X/CONF2/2025/5/FinRep.", "X/CONF2/2025/5/FinRep", None, None),
        ],
        more="""
<id/document/agenda> tac:printedSymbol "X/CONF2/2025/1/Agenda" , "X/CONF3/2025/1/Agenda" .
<id/document/report> tac:printedSymbol "X/CONF2/2025/5/FinRep." .
<id/finding/small/2> a tac:Finding ; tac:findingType <concept/finding/symbol-misprint> ;
    tac:about <id/document/agenda> ; tac:printed "X/CONF3/2025/1/Agenda" ;
    tac:readAs "X/CONF2/2025/1/Agenda" ; rdfs:comment "The session is another."@en .
""",
    ),
    Known(
        "stated-and-counted",
        {},
        ["measure", "about", "stated", "counted", "agrees"],
        [
            ("civil-society-attending", "Second Conference", 3, 2, "no"),  # one is in a coalition
            ("projects-funded", "Helpdesk", 9, None, "cannot be counted"),
            # Dalmere, a UN member, and Corvia, a party; Fulgora has deposited too
            # late to be one on the day of the report, and Galdia has left
            ("share-of-signatories", "Southland", 25, 50, "no"),
            ("share-of-signatories", None, 33, 33, "yes"),
            ("share-of-states-parties", "Southland", 23.5, None, "cannot be counted"),  # no day
            # two parties; of two more members one has deposited too late, one has left
            ("share-of-states-parties", "Northland", 50, 50, "yes"),
            ("signatories", "Arms Trade Treaty", 1, 1, "yes"),
            ("states-attending", "Second Conference", 3, 3, "yes"),
            ("states-parties", "Arms Trade Treaty", 4, 3, "no"),
            ("vice-presidents-elected", "Third Conference", 1, 1, "yes"),
        ],
        more="""
<id/figure/small/3> tac:measure <concept/measure/civil-society-attending> ; tac:value 3 ;
    tac:about <id/meeting/conf2> .
<id/figure/small/4> tac:measure <concept/measure/states-parties> ; tac:value 4 ;
    tac:about <id/treaty/att> ; tac:asOf "2025-08-25"^^xsd:date .
<id/figure/small/5> tac:measure <concept/measure/signatories> ; tac:value 1 ;
    tac:about <id/treaty/att> ; tac:asOf "2025-08-25"^^xsd:date .
<id/figure/small/6> tac:measure <concept/measure/share-of-signatories> ; tac:value 33 ;
    tac:numerator 1 ; tac:denominator 3 .
<id/figure/small/9> tac:measure <concept/measure/share-of-signatories> ; tac:value 25 ;
    tac:about <concept/m49/903> ; tac:evidence <id/quotation/s> .
<id/figure/small/10> tac:measure <concept/measure/share-of-states-parties> ; tac:value 50 ;
    tac:about <concept/m49/901> ; tac:evidence <id/quotation/s> .
<id/quotation/s> tac:source <id/source/small> .
<id/state/XDA> tac:unMember true .
<id/state/XXA> a tac:State ; tac:subregion <concept/m49/901> ; tac:unMember true .
<id/treaty-action/xxa> tac:state <id/state/XXA> ; tac:treaty <id/treaty/att> ;
    tac:actionType <concept/treaty-action/accession> ;
    tac:latest "2025-08-01"^^xsd:date ; tac:effectiveLatest "2025-10-30"^^xsd:date .
<id/state/XXB> a tac:State ; tac:subregion <concept/m49/901> ; tac:unMember true .
<id/treaty-action/xxb> tac:state <id/state/XXB> ; tac:treaty <id/treaty/att> ;
    tac:actionType <concept/treaty-action/accession> ;
    tac:latest "2015-08-01"^^xsd:date ; tac:effectiveLatest "2015-10-30"^^xsd:date .
<id/treaty-action/xxb-left> tac:state <id/state/XXB> ; tac:treaty <id/treaty/att> ;
    tac:actionType <concept/treaty-action/withdrawal> ;
    tac:effectiveEarliest "2024-01-01"^^xsd:date .
<id/source/small> dcterms:issued "2025-08-29"^^xsd:date .
<id/figure/small/7> tac:measure <concept/measure/vice-presidents-elected> ; tac:value 1 ;
    tac:about <id/meeting/conf3> .
<id/figure/small/8> tac:measure <concept/measure/projects-funded> ; tac:value 9 ;
    tac:about <id/body/helpdesk> .
<id/tenure/v> tac:holder <id/state/XAV> ; tac:office <id/meeting/conf3> ;
    tac:role <concept/role/vice-president> .
""",
    ),
    Known(
        "findings-by-place",
        {},
        ["report", "paragraph", "severity", "finding", "words", "start"],
        [
            (
                *("Final report of the Second Conference, Chinese", "¶7", "warning"),
                *("broken-date", "2025年8日", 100),
            ),
            (
                *("Final report of the Second Conference, Chinese", None, "warning"),
                *("broken-date", "8日", 200),
            ),
        ],
        more="""
<id/passage/small/7> tac:start 90 ; tac:end 120 .
<id/passage/small/8> tac:start 120 ; tac:end 150 .
<id/finding/small/1> tac:evidence <id/quotation/a> , <id/quotation/b> .
<id/quotation/a> tac:source <id/source/small> ; tac:start 100 ; tac:end 107 ;
    tac:quotedText "2025年8日" .
<id/quotation/b> tac:source <id/source/small> ; tac:start 200 ; tac:end 202 ; tac:quotedText "8日" .
""",
    ),
    Known(
        "facts-of-paragraph",
        {"paragraph": "Second Conference ¶9"},
        ["kind", "fact", "words", "start"],
        # the quotation at 60 ends outside
        [("person", "Bo LUND", "Bo LUND", 40)],
        more="""
<id/passage/small/9> rdfs:label "Second Conference ¶9"@en ; tac:start 36 ; tac:end 62 .
<id/act/conf2/10-1> tac:evidence <id/quotation/a> .
<id/quotation/a> tac:source <id/source/small> ; tac:start 60 ; tac:end 70 ; tac:quotedText "感谢" .
<id/act/conf2-wgx/3-1-1> tac:evidence <id/quotation/b> .
<id/quotation/b> tac:source <id/source/small-wgx> ; tac:start 40 ; tac:end 42 ;
    tac:quotedText "鼓励" .
""",
    ),
    Known(
        "paragraphs-with-words",
        {"words": "bo lund"},
        ["report", "paragraph", "text"],
        [
            (
                *("Final report of the Second Conference, Chinese", "¶9"),
                "根据第9条，会议选举Bo LUND先生为第三届会议主席。",
            )
        ],
    ),
    Known(
        "paragraphs-with-words",  # in Chinese, spaces do not part words
        {"words": "不迟于 2025年12 月31日"},
        ["paragraph"],
        [("¶6(b)",), ("¶8",)],
        more='<id/passage/small/8> tac:text "不 迟于 2025 年 12 月 31 日"@zh .',
    ),
    Known(
        "paragraphs-with-words",  # a quotation mark in the words is no end of the term
        {"words": 'x" ) } #'},
        ["paragraph"],
        [],
    ),
    Known(
        "sources",
        {},
        ["title", "language", "document", "publisher", "issued", "paragraphs"],
        [
            (
                *("Final report of the Second Conference, Chinese", "zh"),
                *("X/CONF2/2025/5/FinRep", "服务台", "2025-08-29", 8),
            ),
            (
                *("Report of Working Group X, Chinese", "zh"),
                *("X/CONF2.WGX/2025/2/Rep", None, None, 1),
            ),
        ],
        more="""
<id/source/small> dcterms:publisher "服务台"@zh ; dcterms:issued "2025-08-29"^^xsd:date .
""",
    ),
]
