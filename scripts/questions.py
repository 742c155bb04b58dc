"""The catalogue of stored questions, written anew from their headers.

python scripts/questions.py            # write docs/questions.md and docs/questions.ttl
python scripts/questions.py --check    # compare only; exit code 1 when one is out of date
"""

import sys
from pathlib import Path

from att_graph.exports import catalogue
from att_graph.questions import questions

DOCS = Path(__file__).resolve().parent.parent / "docs"


def main() -> int:
    """Write the two files, or compare them."""
    wrong = 0
    for name, text in made().items():
        path = DOCS / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        if "--check" in sys.argv[1:]:
            print(f"docs/{name} is out of date; run make questions")
            wrong = 1
        else:
            path.write_text(text, encoding="utf-8")
            print(f"docs/{name}: written")
    return wrong


def made() -> dict[str, str]:
    """Name → text of the two files."""
    known = questions()
    return {"questions.md": catalogue.page(known), "questions.ttl": catalogue.turtle(known)}


if __name__ == "__main__":
    sys.exit(main())
