"""Arabic: how treaty-conference reports in Arabic are opened: masthead, dates, participation.

All expressions run on the reading view, which leaves out vowel signs and marks of direction and
shows Arabic digits, commas and semicolons as their European kin. "And" is one letter before a word.
"""

import re

from att_graph.languages import Language

# The letters that are written for one another are made one before a numeral is looked up.
_ALIKE = str.maketrans("أإآىةئ", "ااايهي")
_ONES = (
    "واحد واحده احد احدي حادي اول اولي", "اثنان اثنتان اثنين اثنتين اثنا اثنتا اثني اثنتي ثاني ثانيه ثان",
    "ثلاث ثلاثه ثالث ثالثه", "اربع اربعه رابع رابعه", "خمس خمسه خامس خامسه", "ست سته سادس سادسه",
    "سبع سبعه سابع سابعه", "ثمان ثماني ثمانيه ثامن ثامنه", "تسع تسعه تاسع تاسعه", "عشر عشره عاشر عاشره",
)  # fmt: skip
_TENS = ["عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
_VALUES = {
    **{word: value for value, words in enumerate(_ONES, 1) for word in words.split()},
    **{stem + end: 10 * value for value, stem in enumerate(_TENS, 2) for end in ("ون", "ين")},
    "مايه": 100, "ميه": 100, "مايتان": 200, "مايتين": 200, "ثلاثمايه": 300, "الف": 1000,
}  # fmt: skip

_STEM = r"(?:واحد|[أا]حد|[إا]حد|حاد|[أا]ول|اثن|ثان|ثلاث|ثالث|[أا]ربع|رابع|خمس|خامس|ست|سادس|سبع|سابع|ثمان|ثامن|تسع|تاسع|عشر|عاشر|م[اى]?[ئي])"
_NUMERAL = rf"(?:و?(?:ال)?{_STEM}[ا-ي]{{0,3}})"
_NUM = rf"(?:\d{{1,9}}|\b{_NUMERAL}(?: {_NUMERAL}){{0,3}}\b)"
_COUNT = rf"(?P<count>{_NUM})(?:\s?\((?P<figure>\d{{1,9}})\)|(?= (?:دول|منظم|وكال|كيان)))"
_STATES = r"(?:لل|ال)دول ال[أا]طراف"
_UNIT = r"(?:[أا]ول[ىي]?|ثاني?ة?|ثالثة?|رابعة?|خامسة?|سادسة?|سابعة?|ثامنة?|تاسعة?|عاشرة?|حادي)"
_NTH = rf"(?:\b(?:و|لل|و?ال){_UNIT}(?: عشرة?\b| و?ال(?:عشر|ثلاث|[أا]ربع)(?:ون|ين)\b)?)(?!\w)"
_ASSEMBLY = r"\b[وبفك]?(?:ال|لل)?(?:مؤتمر|اجتماع)"
_SHORT = r"(?<![\w/])CSP\s?\d{1,3}"
CONFERENCE = rf"(?:{_ASSEMBLY} {_NTH} {_STATES}|{_SHORT})"
_MONTHS = (
    "كانون الثاني|يناير", "شباط|فبراير", "[اآأ]ذار|مارس", "نيسان|[أا]بريل", "[أا]يار|مايو|ماي", "حزيران|يوني[هوة]",
    "تموز|يولي[هوة]", "[اآأ]ب|[أا]غسطس", "[أا]يلول|سبتمبر", "تشرين ال[أا]ول|[أا]كتوبر", "تشرين الثاني|نوفمبر",
    "كانون ال[أا]ول|ديسمبر",
)  # fmt: skip
_MONTH = rf"(?:(?:{'|'.join(_MONTHS)})(?:/(?:{'|'.join(_MONTHS)}))?)"
_YEAR = r"(?: (?:من )?(?:عام|سنة))?"
_NO_DAY = r"(?<![\w/.:(])(?<!المادة )(?<!الفقرة )"
# Some extractions lose the dash between two days, or the white space too: "21 25", "2125".
_TO = r"(?: ?[-‐‑–—−~] ?| [إا]لى | حتى | و ?| )"


def _dates(year: str) -> str:
    """Every way to print a day or a range of days; `year` is "" or "?" (in a list, one serves all)."""
    return (
        rf"(?:{_NO_DAY}(?P<d>\d{{1,2}})(?: (?P<m>{_MONTH})(?:{_YEAR} (?P<y>\d{{4}}))?)?{_TO}"
        rf"(?P<d2>\d{{1,2}}) (?P<m2>{_MONTH})(?:{_YEAR} (?P<y2>\d{{4}})){year}(?!\d)"
        rf"|{_NO_DAY}(?P<d_>\d{{1,2}})(?P<d2_>\d{{2}}) (?P<m2_>{_MONTH}){_YEAR} (?P<y2_>\d{{4}})"
        rf"|{_NO_DAY}(?P<d__>\d{{1,2}}) (?P<m__>{_MONTH})(?:{_YEAR} (?P<y__>\d{{4}})){year}(?!\d))"
    )


_RANGE, _IN_LIST = _dates(""), _dates("?")
DAY = rf"(?:(?<!\d)(?P<d>\d{{1,2}}) (?P<m>{_MONTH}){_YEAR} (?P<y>\d{{4}})(?!\d))"
_WITHIN = r"(?:[^:.;]|\.(?=\S))"
_ATTENDED = r"\b[وف]?(?:شارك(?:ت|وا|تا)?|حضر(?:ت|وا|ها|ه)?|مثلت|اشترك(?:ت|وا)?|يشارك|تشارك)\b"
_ARTICLE = r"\d{1,3}(?:\.\d{1,3})*(?: ?\([a-z0-9]{1,3}(?:\)?[-‐‑–—]\(?[a-z0-9])?\))*"


def number(printed: str) -> int:
    """A numeral as printed ("مائة وإحدى عشرة", "الحادي عشر", "94"), its value out.

    Raises ValueError for anything else.
    """
    bare = printed.strip()
    if re.fullmatch(r"\d+", bare):
        return int(bare)
    total = 0
    words = bare.translate(_ALIKE).replace("ؤ", "و").split()
    for word in words:
        forms = [word, word.removeprefix("و"), word.removeprefix("و").removeprefix("ال")]
        forms.append(word.removeprefix("ال"))
        value = next((_VALUES[form] for form in forms if form in _VALUES), None)
        if value is None:
            raise ValueError(f"{printed!r} is no numeral")
        total += value
    if not words:
        raise ValueError(f"{printed!r} is no numeral")
    return total


PATTERNS: dict[str, str] = {
    # --- what tells the language
    "script": r"[\u0600-\u06ff]",
    "common-word": r"\b(?:في|من|على|إلى|الى|أن|عن|مع|التي|الذي|هذا|هذه|بين)\b",
    # --- layout
    "sentence-end": r"(?:[!?]|(?<![ .(][A-Z])\.)(?=[\"”’'»)\]]*(?:\s|$))[\"”’»]*",
    "stop": r"[;!?]|\.(?=[\s)\]\"”’]|$)",
    "clause-end": r"[,;!?]|\.(?=[\s)\]\"”’]|$)",
    "new-sentence": r"\s*(?:$|\w)",
    "quoting": r"(?:على أن|على ما يلي|ما يلي)[,:]? ?$",
    "closed": r"[.!?;:…][”’\"')\]»]*$",
    "numbered-reference": r"(?:المادة|المواد|للمادة|الفقرة|القاعدة|البند|القسم|الفصل|رقم|الصفحة|المرفق|القرار|المقرر|الجزء)(?: \d[\d.()a-z]*(?:,| و| إلى)?)*$",
    "page-line": r"[-–—\s]*(?:صفحة|ص\.?)\s*\d{1,3}(?:\s*(?:من|/)\s*\d{1,3})?[-–—\s]*",
    "heading-run": r"(?P<title>[^.;:!?]{3,80}?)$",
    "annex": r"^(?:ال)?(?:مرفق|مرفقات|تذييل)(?:\s+(?:ال)?\w{1,8})?(?:[:.\s–—-]|$)",
    "annex-heading": r"(?:الوثائق|وثائق|تقارير|المشاركين)$",
    "annex-heading-sure": r"(?:الوثائق|وثائق|المشاركين)$",
    "annex-list": r"قائمة (?:ب)?(?:ال)?وثائق",
    "contents": rf"(?:يتألف|يتكون|يشمل|يتضمن)[^.]{{0,200}}? (?P<parts>{_NUM}) (?:أجزاء|أقسام)",
    # --- masthead
    "masthead-break": r"(?=\b(?:مقدمة?|صادرة?) (?:من|عن) ?:)|(?=\bالأصل ?:)",
    "original": r"(?:\bالأصل|\bاللغة الأصلية|\bلغة الأصل) ?: ?(?P<what>[^\W\d_]+)",
    "submitted-by": r"^(?:مقدمة?|قدمته?ا?)(?: من)? ?:? ?(?P<who>.+?)\.?$",
    "issued-by": r"^صادرة?(?: عن)? ?:? ?(?P<who>.+?)\.?$",
    "title": r"تقرير|جدول (?:ال)?[أا]عمال|قائمة|برنامج",
    # --- numbers, dates
    "date": DAY,
    "range": _RANGE,
    "range-in-list": _IN_LIST,
    # --- conferences and meetings
    "conference": CONFERENCE,
    "conferences": rf"(?:{_ASSEMBLY}(?:ات)? {_NTH}(?:,? {_NTH})* {_STATES}|{_SHORT}(?:(?: و|, |-){_SHORT})*)",
    "ordinal": rf"(?:\bCSP ?)?(?P<n>(?<=P)\d{{1,3}}|(?<=P )\d{{1,3}}|{_NTH})",
    "ordinal-range": rf"(?P<a>{_NTH}) [إا]لى (?P<b>{_NTH})",
    "preparatory": r"تحضيري",
    "group-sessions": r"(?:ال)?[أا]فرقة العاملة|(?:ال)?فريق العامل",
    "this-meeting": r"(?:هذا )?المؤتمر(?! ال)",
    "session-name": rf"{_ASSEMBLY} {_NTH} {_STATES}|(?:ال)?اجتماع(?:ات)? (?:ال)?تحضيري(?:ة)?(?: غير (?:ال)?رسمي(?:ة)?)?|{_SHORT}|(?:هذا )?\bالمؤتمر\b(?! ال)",
    "session-verb": r"\b(?P<active>(?:و|ف)?(?:ان)?عقدت?|(?:و|ف)?اجتمعت?|س?ي?نعقد)\b",
    "session-gap": r"(?: \([^()]*\))*(?: في (?:ال)?(?:معاهدة|اتفاقية)[^,.;]{0,60}?)?,? ?(?:(?:الذي|التي|قد|والذي|والتي) ?)*",
    "session-of": r",?(?: \([A-Z0-9]+\))?,?(?: في)?(?: الفترة)?(?: من)? ?\(?",
    "session-lead": r",? ?",
    "joined-names": r",? و",
    "date-gap": r"[,;]?(?: و?في الفترة من| و?من| و)? ?",
    "session-place": r"\bو?في (?P<place>(?!الفترة|معاهدة|المعاهدة|المؤتمر|أعمال|إطار|مركز|قصر|مقر|فندق|\d)\w+(?: \w+)?(?:, (?!في)\w+(?: \w+)?)?)(?=,? (?:و?في الفترة|من \d|في \d|و?في \d|برئاسة)|,|\.|$)",
    "session-venue": r"\bفي (?P<venue>(?:مركز|قصر|مقر|فندق)\b[^,;.()]*?(?: \([A-Z]{2,}\))?)(?= برئاسة|,|\.|$| في الفترة)",
    "session-mode": r"(?:ال)?[إا]جراء (?:ال)?(?:خطي|كتابي)|هجين[ةا]?|مختلط[ةا]?|حضوريا?|عبر ال[إا]نترنت",
    "listed-ordinal": rf"(?P<through>(?!))?(?P<n>{_NTH})(?= و?ال| للدول|,| في)",
    "conference-noun": r"مؤتمر.*للدول ال[أا]طراف",
    "joined": r",? و|, ",
    "joined-only": r",? ?و?",
    "venue": r"(?!)",
    "entry-into-force": rf"دخلت? (?:المعاهدة|الاتفاقية|معاهدة [^.;]{{0,40}}?) حيز (?:النفاذ|التنفيذ) في {DAY}",
    # --- participation
    "attendance": rf"(?:^|(?<=[.;] ))(?P<head>{_WITHIN}*?{_ATTENDED}{_WITHIN}*?):",
    "observing": r"مراقب",
    "stated-count": rf"{_COUNT}",
    "list-end": r"(?<!\b[A-Z])\.(?=\s|$)",
    "list-mark": r"(?P<strong>; ?(?:و(?=\w\w))?|\s[•·]\s?)|(?P<and>,? و(?=\w\w))|(?P<comma>, )",
    "listed-on": r"\s?[,(]|\sو",
    "coalition": r"(?:ائتلاف )?(?P<who>(?:[^,;:.()]|\([^()]*\))+?),? (?:\((?=[^()]*ممثل)(?:بما في ذلك|مع)[^()]{0,40}ممثل[ا-ي]+ (?P<list>[^()]*(?:\([^()]*\)[^()]*)*)\)"
    r"|(?:بما في ذلك|يرافقه|برفقة|مع) ?ممثل[ا-ي]+(?: [^:,;.]{0,80})? ?:)",
    "name-lead": r"ائتلاف (?=[«\"“A-Z])",
    "members-end": r"[;,](?= (?!و))",
    "state-and": r",?\sو(?=\w)",
    "organisation-head": r"\b[وبل]?(?:ال|لل)?(?:منظم|اتحاد|لجن|جامع|مركز|معهد|مكتب|هيئ|مجلس|شبك|رابط|جمعي|مؤسس|حرك|تحالف|ائتلاف|برنامج|صندوق|وكال|محكم|منتدى|مفوض|أمان|إدار|اجتماع|بنك|مصرف|مشروع|حمل|مبادر|مرصد|ترتيب|أكاديمي|كلي|نقاب|فريق|وحد|دراس|[A-Z])",
    # --- persons
    "person": r"(?<!\w)(?P<honorific>(?:(?:ال)?(?:سعادة|معالي|سفيرة?|سيدة?|دكتورة?|وزيرة?|أستاذة?) )+)(?P<name>\w+(?: \w+){1,3})(?= \(|,|\.|$)",
    "nationality-lead": r" \(",
    "nationality-tail": r"\)",
    "presiding": r"(?:برئاسة|ترأسه|ترأسته) $",
    # --- provisions
    "provision": rf"(?P<kind>\b[وبفل]?(?:ال|لل)?(?:مادة|مادتين|مواد|قاعدة)) (?P<numbers>{_ARTICLE}(?:(?:,? و ?|, ){_ARTICLE})*)(?P<clauses>,? (?:ال)?فقرة \d{{1,2}})?",
    "provision-number": _ARTICLE,
    "provision-clause": r"\d{1,2}",
    "provision-of": r",? من (?=\w)",
    "bare-treaty": r"(?:ال)?(?:معاهدة|اتفاقية)\b(?! تجارة)",
    "cited-alone": r"(?:مادة|مواد|مادتين)",
    # --- figures
    "as-of": rf"(?:\bو?في|\bو?حتى) {DAY}",
    "at-the-same-time": r"و?(?:لم|كما)",
    "acronym": r"\s?\((?P<acronym>[^()]*[A-Za-z\u0600-\u06ff][^()]*)\)",
}

TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    # --- masthead: what it calls the language of the original
    "language": (
        ("en", r"[إا]نكليزي|[إا]نجليزي"),
        ("zh", r"صيني"),
        ("fr", r"فرنسي"),
        ("es", r"[إا]سباني"),
        ("ru", r"روسي"),
        ("ar", r"عربي"),
    ),
    "part": (
        ("introduction", r"مقدمة|ديباجة|تمهيد"),
        ("organisation", r"تنظيم"),
        ("recommendations", r"^(?:(?!قرار|مقرر).)*توصيات"),
        ("decisions", r"قرارات|مقررات"),
        ("background", r"معلومات أساسية|خلفية"),
    ),
    "kind": (
        ("conference-report", r"(?:ال)?(?:تقرير|وثيقة) (?:ال)?(?:نهائي|ختامي)"),
        ("body-report", r"تقرير.*(?:رئيس|الفريق العامل|فريق العمل|لجنة|منتدى|صندوق|أمانة)"),
    ),
    "month": tuple((f"{number:02}", printed) for number, printed in enumerate(_MONTHS, 1)),
    "capacity": (
        ("civil-society", r"المجتمع المدني|غير الحكومية|غير حكومية"),
        ("observer-state", r"غير (?:ال)?(?:أطراف|موقعة)|ليست (?:طرفا|أطرافا|موقعة)"),
        ("signatory", r"موقعة|وقعت على المعاهدة"),
        ("observer-organisation", r"منظم|وكال|كيان|هيئات|مؤسسات"),
        ("observer-state", r"(?:\bدول|الدول).*مراقب|مراقب.*دول"),
        ("state-party", r"دولة طرف|(?<!مؤتمر )(?<!للدول )الدول الأطراف|دول أطراف|دولا أطرافا"),
    ),
    "figure": (
        ("states-parties", rf"عدد الدول ال[أا]طراف(?: في [^ ]+)? {_COUNT}"),
        ("signatories", rf"{_COUNT} دولة موقعة (?:قد|لم)"),
    ),
}

LANGUAGE = Language("ar", PATTERNS, TABLES, number)
