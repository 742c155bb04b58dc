"""What a PDF's fonts call a letter in, the ordinary letter out.

Ligatures, Arabic positional forms and Kangxi radicals are letters under another code point: a font
that draws two characters with one glyph lets the extraction choose the wrong one. The CJK Radicals
Supplement follows Unicode's EquivalentUnifiedIdeograph.txt.
"""

import re
import unicodedata

_SUPPLEMENT = (
    "⺁厂⺃乚⺄乙⺅亻⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺"
    "⺣灬⺤爫⺥爫⺦丬⺨犭⺩王⺫目⺬示⺭礻⺰纟⺱罓⺲罒⺳㓁⺶羊⺷羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见"
    "⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻢马⻣骨⻤鬼"
    "⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_ORDINARY = dict(zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True))
_FORMS = re.compile(r"[\u2f00-\u2fd5\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc\u2e9f\u2ef3]")
_SIGNS = {"\uf0b7": "•", "\uf0a7": "•", "\uf02d": "-", "\u00a0": " ", "\u202f": " ", "\u3000": " "}
_NOTHING = re.compile(
    r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_HYPHENS = ("\x02", "\ufffe")  # what PDFium makes of any hyphen at the end of a line
RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LEFT = re.compile(r"[^\W\d_]")
_PAIRS = {"(": ")", "[": "]", "«": "»", "{": "}", "“": "”"}
_MIRRORED = {**_PAIRS, **{shut: opened for opened, shut in _PAIRS.items()}}


def ordinary(char: str) -> str:
    """A character as extracted in; what it stands for out, "" for what shows nothing."""
    if char in _HYPHENS:
        return "-"
    if char in _SIGNS:
        return _SIGNS[char]
    if char in _ORDINARY:
        return _ORDINARY[char]
    if _FORMS.match(char):
        return unicodedata.normalize("NFKC", char)
    return _NOTHING.sub("", char)


def logical(clusters: list[str]) -> list[int]:
    """Clusters of a right-to-left line from left to right in; their places in reading order out.

    The inverse of what Unicode's bidirectional algorithm (UAX #9) does with a line: the line is
    turned round, and runs of Latin words and of numbers, which read to the right, are turned back.
    """
    kinds = [_direction(text) for text in clusters]
    runs: list[list[int]] = []
    at = 0
    while at < len(clusters):
        end = at + 1
        if kinds[at] in "LN":
            end = _run(clusters, kinds, at)
        runs.append(list(range(at, end)))
        at = end
    return [place for run in reversed(runs) for place in run]


def _direction(text: str) -> str:
    if RIGHT_TO_LEFT.search(text) and not any(unicodedata.bidirectional(x) == "AN" for x in text):
        return "R"
    if any(unicodedata.bidirectional(x) in ("EN", "AN") for x in text):
        return "N"
    return "L" if _LEFT.search(text) else " "


def _run(clusters: list[str], kinds: list[str], at: int) -> int:
    """The end of a run that reads to the right: Latin words with what is between, or a number."""
    end = at + 1
    words = kinds[at] == "L"
    probe = end
    while probe < len(clusters) and kinds[probe] != "R":
        if kinds[probe] in "LN":
            between = "".join(clusters[end:probe])
            apart = " " in between
            if apart and not (words and kinds[probe] == "L"):
                break
            if not words and not apart and between.strip(".,:/-–"):
                break
            words = words or kinds[probe] == "L"
            end = probe + 1
        probe += 1
    return end


def unligated(text: str) -> str:
    """The letters of one right-to-left glyph in reading order: no such glyph begins with alef."""
    return text[::-1] if len(text) > 1 and text[0] in "اأإآه" and text[-1] in "لا" else text


def paired(text: str) -> str:
    """A text in reading order in; its brackets turned so that the first of a pair opens."""
    out = list(text)
    open_: list[int] = []
    for at, char in enumerate(out):
        if char in _MIRRORED:
            if open_ and _MIRRORED[out[open_[-1]]] == char:
                first = open_.pop()
                if out[first] not in _PAIRS:
                    out[first], out[at] = char, out[first]
            elif open_ and out[open_[-1]] == char and char not in _PAIRS:
                open_.append(at)
            else:
                open_.append(at)
    return "".join(out)
