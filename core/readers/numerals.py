"""Numbers as lists write them: 一 十二 甲 ① 壹 A iv, by the names that Word gives these ways of counting."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_FORMAL_OLD = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def chinese(number: int, digits: str = _DIGITS, units: str = "十百千", ten_thousand: str = "万") -> str:
    """12 as 十二, 101 as 一百零一, 20 000 as 二万."""
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        gap = digits[0] if 0 < low < 1000 else ""
        rest = chinese(low, digits, units, ten_thousand) if low else ""
        return chinese(high, digits, units, ten_thousand) + ten_thousand + gap + rest
    written, gap = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        gap = gap or (not digit and bool(written))
        if digit:
            written += (digits[0] if gap else "") + digits[digit] + (units[power - 1] if power else "")
            gap = False
    common = digits is _DIGITS and 10 <= number < 20
    return written[1:] if common else written or digits[0]


def formal(digits: str, ten_thousand: str) -> Callable[[int], str]:
    """壹拾贰: the numerals of cheques."""
    return lambda number: chinese(number, digits, "拾佰仟", ten_thousand)


def by_digit(digits: str) -> Callable[[int], str]:
    """Each decimal digit as another: 12 as 一二 or １２."""
    return lambda number: "".join(digits[int(digit)] for digit in str(number))


def _counting(number: int) -> str:
    return chinese(number) if number < 100 else by_digit("○" + _DIGITS[1:])(number)


def cycle(members: str) -> Callable[[int], str]:
    """甲 … 癸, and again; beyond the first round the number itself, as Word does."""
    return lambda number: members[number - 1] if 1 <= number <= len(members) else str(number)


def _sexagenary(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]


def letters(number: int) -> str:
    """A … Z, AA, BB, as Word counts."""
    if number < 1:
        return str(number)
    return chr(ord("A") + (number - 1) % 26) * min((number - 1) // 26 + 1, 400)


def roman(number: int) -> str:
    """4 as iv."""
    if not 0 < number < 32_768:
        return str(number)
    written = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written


def _ordinal(number: int) -> str:
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ends.get(number % 10, 'th')}"


def _run(*starts: tuple[str, int]) -> Callable[[int], str]:
    """Signs that stand in a row in Unicode, from each start so many."""
    return cycle("".join(chr(ord(first) + step) for first, count in starts for step in range(count)))


_circled = _run(("①", 20), ("㉑", 15), ("㊱", 15))
_fullwidth = by_digit("０１２３４５６７８９")
_positional = by_digit("〇" + _DIGITS[1:])

FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _fullwidth,
    "decimalFullWidth2": _fullwidth,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _run(("⑴", 20)),
    "decimalEnclosedFullstop": _run(("⒈", 20)),
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": _ordinal,
    "hex": lambda number: f"{number:X}",
    "upperLetter": letters,
    "lowerLetter": lambda number: letters(number).lower(),
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
    "chineseCounting": _counting,
    "chineseCountingThousand": chinese,
    "chineseLegalSimplified": formal(_FORMAL, "万"),
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": lambda number: chinese(number).replace("万", "萬"),
    "taiwaneseDigital": by_digit("○" + _DIGITS[1:]),
    "japaneseCounting": chinese,
    "japaneseDigitalTenThousand": _positional,
    "japaneseLegal": formal(_FORMAL_OLD, "萬"),
    "ideographDigital": _positional,
    "ideographTraditional": cycle(_STEMS),
    "ideographZodiac": cycle(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "ideographLegalTraditional": formal(_FORMAL_OLD, "萬"),
    "ideographEnclosedCircle": _run(("㊀", 10)),
    "none": lambda _: "",
    "bullet": lambda _: "",
}


def numeral(format: str, number: int) -> str:
    """``number`` in a way of counting; in one that is not known, in plain digits."""
    return FORMATS.get(format, str)(max(0, min(number, 99_999_999)))


CHINESE = frozenset("、，。．：；）】》」』〕］！？")
"""What closes a number in Chinese writing: no blank follows."""

BULLETS = dict(
    zip("\uf06c\uf06e\uf075\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc\uf0fe\uf071\uf076\uf0b2\uf06f", "●■◆▪◻•➢✓☑❑❖✧□", strict=True)
)
"""Signs of Wingdings and Symbol by their private code points."""


def bullet(sign: str, symbols: bool = False) -> str:
    """A bullet as a sign that any face has, and a blank; ``symbols`` if it is of a face of symbols."""
    drawn = ""
    for char in sign:
        private = chr(ord(char) | 0xF000) if symbols and " " < char < "\x7f" else char
        drawn += BULLETS.get(private, "•" if "\ue000" <= private <= "\uf8ff" else char)
    return f"{drawn} " if drawn.strip() else ""


def spaced(label: str) -> str:
    """A number as it stands before its text: after Chinese marks nothing, after ``1.`` a blank."""
    closed = not label or label[-1] in CHINESE or label[-1].isspace() or "①" <= label[-1] <= "⒛"
    return label if closed else label + " "
