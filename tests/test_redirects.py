"""The redirect rules for w3id.org, read as Apache reads them, and what they do to examples."""

import re
from dataclasses import dataclass

import pytest

from att_graph import paths

RULES = paths.HOME / "w3id" / ".htaccess"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
HOST = "https://att-graph.example.org"


@dataclass
class Rule:
    """A RewriteRule, and the RewriteConds on the Accept header before it."""

    pattern: str
    target: str
    flags: list[str]
    accepts: list[str]


def rules() -> list[Rule]:
    found, accepts = [], []
    for line in RULES.read_text(encoding="utf-8").splitlines():
        name, *words = line.split()[:4] or [""]
        if name == "RewriteCond":
            assert words[0] == "%{HTTP_ACCEPT}"
            accepts.append(words[1])
        elif name == "RewriteRule":
            flags = words[2].strip("[]").split(",")
            found.append(Rule(words[0], words[1], flags, accepts))
            accepts = []
    return found


def redirected(path: str, accept: str = "*/*") -> tuple[int, str]:
    """mod_rewrite in a folder: a path below it → status and Location; (404, "") without a rule."""
    environment: dict[str, str] = {}
    for rule in rules():
        match = re.search(rule.pattern, path)
        if not match or not all(re.search(each, accept) for each in rule.accepts):
            continue
        for flag in rule.flags:
            if flag.startswith("E="):
                name, _, value = flag[2:].partition(":")
                environment[name] = value
        if rule.target == "-":
            continue
        target = re.sub(r"\$(\d)", lambda n, m=match: m[int(n[1])] or "", rule.target)  # type: ignore[misc]
        target = re.sub(r"%\{ENV:(\w+)\}", lambda n: environment[n[1]], target)
        status = next(int(flag[2:]) for flag in rule.flags if flag.startswith("R="))
        assert "L" in rule.flags
        return status, target
    return 404, ""


def test_the_rules_are_found() -> None:
    assert len(rules()) > 12
    assert all(rule.flags for rule in rules())
    assert RULES.read_text(encoding="utf-8").count("att-graph.example.org") == 1


@pytest.mark.parametrize(
    ("path", "accept", "status", "target"),
    [
        ("", BROWSER, 302, "/"),
        ("ontology", BROWSER, 302, "/ontology.html"),
        ("ontology", "*/*", 302, "/ontology"),
        ("ontology", "text/turtle", 302, "/ontology.ttl"),
        ("ontology", "application/ld+json", 302, "/ontology.jsonld"),
        ("ontology/0.2.0", "application/n-triples", 302, "/ontology/0.2.0.nt"),
        ("ontology.ttl", BROWSER, 302, "/ontology.ttl"),
        ("shapes", "text/turtle;q=0.9, */*;q=0.1", 302, "/shapes.ttl"),
        ("shapes/0.2.0", "*/*", 302, "/shapes/0.2.0"),
        ("graph/authority", "application/n-triples", 302, "/graph/authority.nt"),
        ("graph/authority.jsonld", "*/*", 302, "/graph/authority.jsonld"),
        ("release/1.2.0/csv/acts.csv", "*/*", 302, "/release/1.2.0/csv/acts.csv"),
        ("concept/role", BROWSER, 303, "/concept/role.html"),
        ("concept/act-type/call-upon", "text/turtle", 303, "/concept/act-type/call-upon.ttl"),
        ("id/state/ARG", BROWSER, 303, "/id/state/ARG.html"),
        ("id/state/ARG", "*/*", 303, "/id/state/ARG"),
        ("id/state/ARG", "text/csv", 303, "/id/state/ARG.csv"),
        ("id/state/ARG.csv", BROWSER, 302, "/id/state/ARG.csv"),
        ("id/act/csp11/24-b-2", "application/ld+json", 303, "/id/act/csp11/24-b-2.jsonld"),
        (
            "id/document/ATT-VTF-2025-CHAIR-830-Conf.Rep", "text/turtle", 303,
            "/id/document/ATT-VTF-2025-CHAIR-830-Conf.Rep.ttl",
        ),
        ("sparql", "*/*", 302, "/sparql"),
        (".well-known/void", "text/turtle", 302, "/.well-known/void"),
        ("ask/bodies.csv", "*/*", 302, "/ask/bodies.csv"),
    ],
)  # fmt: skip
def test_where_a_path_leads(path: str, accept: str, status: int, target: str) -> None:
    assert redirected(path, accept) == (status, HOST + target)


@pytest.mark.parametrize("path", ["ontologies", "id", "id/", "concept", "graphs/x", "other"])
def test_other_paths_lead_nowhere(path: str) -> None:
    assert redirected(path, BROWSER) == (404, "")
