"""The IRIs of this project, as strings; the base is set here and nowhere else."""

BASE = "https://w3id.org/att-graph/"
ONTOLOGY = BASE + "ontology#"
CONCEPT = BASE + "concept/"
THING = BASE + "id/"
GRAPH = BASE + "graph/"

PREFIXES = {
    "tac": ONTOLOGY,
    "concept": CONCEPT,
    "att": THING,
    "dcterms": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# What stands before a query of our own.
PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
# Written in the ontology and the shapes alone; no graph and no answer uses them.
PREFIXES_OUTSIDE = {
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "shape": BASE + "shapes#",
    "vann": "http://purl.org/vocab/vann/",
}


def concept(scheme: str, key: str) -> str:
    """The IRI of a concept of a closed list: `concept("role", "chair")`."""
    return f"{CONCEPT}{scheme}/{key}"


def thing(kind: str, key: str) -> str:
    """The IRI of a thing: `thing("state", "ARG")`."""
    return f"{THING}{kind}/{key}"


def graph(name: str) -> str:
    """The IRI of a named graph: `graph("authority")`."""
    return GRAPH + name
