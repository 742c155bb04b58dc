"""The bare words of a SPARQL text: what stands outside its names, strings and comments."""

import re

# SPARQL 1.1, section 19.8: IRIREF, the four string forms, comments, prefixed names with their
# escapes (`a:b\\#c` starts no comment), variables, language tags; long strings before short ones.
_NAMES = re.compile(
    r"""<[^<>"{}|^`\\\x00-\x20]*>
    |\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"
    |'''(?:[^'\\]|\\.|'(?!''))*'''
    |"(?:[^"\\\r\n]|\\.)*"
    |'(?:[^'\\\r\n]|\\.)*'
    |\#[^\r\n]*
    |[?$]\w+
    |@[A-Za-z0-9-]+
    |(?:\w[\w.-]*)?:(?:[\w:.%-]|\\.)*
    """,
    re.VERBOSE | re.DOTALL,
)
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")


def keywords(text: str) -> list[str]:
    """A SPARQL text → its bare words in capitals, in order; function names are among them."""
    return re.findall(r"[A-Za-z]\w*", _NAMES.sub(" ", text).upper())


def form(text: str) -> str | None:
    """SELECT, ASK, CONSTRUCT or DESCRIBE; None when the text asks for an update or for nothing."""
    for word in keywords(text):
        if word in _FORMS:
            return word
        if word in _UPDATES:
            return None
    return None
