"""Numbers as lists print them: 3 → "c", "iii", "三"."""

from collections.abc import Callable

_ROMAN: tuple[tuple[int, str], ...] = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_HAN = "〇一二三四五六七八九"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ALIF = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"


def roman(number: int) -> str:
    """4 → "iv"; numbers that Roman letters do not have come out as digits."""
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, letters in _ROMAN:
        while number >= value:
            out += letters
            number -= value
    return out


def letters(number: int, alphabet: str = "abcdefghijklmnopqrstuvwxyz") -> str:
    """3 → "c", 28 → "bb": word processors repeat the letter after the alphabet's end."""
    if number < 1:
        return str(number)
    times, at = divmod(number - 1, len(alphabet))
    return alphabet[at] * (times + 1)


def han(number: int) -> str:
    """12 → "十二", up to 99; then digit by digit."""
    if not 0 < number < 100:
        return "".join(_HAN[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_HAN[tens]}十"
    return head + (_HAN[ones] if ones else "")


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 0 < number <= 20 else str(number)


# The names that WordprocessingML (ECMA-376, 17.18.59) and CSS give to the ways of counting.
WAYS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "chineseCounting": han,
    "chineseCountingThousand": han,
    "ideographDigital": han,
    "japaneseCounting": han,
    "taiwaneseCountingThousand": han,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "arabicAbjad": lambda number: letters(number, _ABJAD),
    "arabicAlpha": lambda number: letters(number, _ALIF),
    "russianLower": lambda number: letters(number, _CYRILLIC),
    "russianUpper": lambda number: letters(number, _CYRILLIC).upper(),
    "lower-alpha": letters,
    "lower-latin": letters,
    "upper-alpha": lambda number: letters(number).upper(),
    "upper-latin": lambda number: letters(number).upper(),
    "lower-roman": roman,
    "upper-roman": lambda number: roman(number).upper(),
    "decimal-leading-zero": lambda number: f"{number:02d}",
    "cjk-ideographic": han,
    "simp-chinese-informal": han,
    "a": letters,
    "A": lambda number: letters(number).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
    "1": str,
}


def printed(number: int, way: str) -> str:
    """A number in a way of counting; an unknown way counts in digits."""
    return WAYS.get(way, str)(number)
