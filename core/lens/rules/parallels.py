"""排比: three or more members side by side that begin, end or are built alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, takewhile

from core.lens.glossary import quotations
from core.lens.rules.rule import Finding, Reading, Rule, trimmed
from core.lens.vocabulary import kinds
from core.model import Span

MEMBERS, MOST = 3, 40
"""Members at least, and at most."""
SHORT = 5
"""Code points below which members of one length may be so by chance."""
FRAMES, FRAME_ENDS = "以从把用在对作向", "为看起来上"
"""Characters that open a clause which others repeat, and that close its frame."""
PRONOUNS = ("我们", "他们", "XX", "同志们", "这些")
"""With what many sentences begin anyway."""
Told = Callable[[Reading, Sequence[Span]], str]
"""What members side by side have in common; empty for nothing."""
_VALUE = re.compile(r"[\dXＸ×](?:%|多|余|个|亿|万|元|家|项|条|人)")
_CLAUSE = re.compile(r"[^，,：:；;。！？!?\n]+")
_PIECE = re.compile(r"[^，,、：:；;。！？!?\n]+")
_QUOTE = re.compile(r"“[^“”\n]*”")
_STOP = re.compile(r"[，,、：:；;。！？!?]")
_WORD = re.compile(r"^(?:一是|二是|三是|四是|第.，|其中|同时|以及|和)")


def _runs(reading: Reading, members: Sequence[Span], told: Told) -> Iterator[tuple[Sequence[Span], str]]:
    """The longest runs of members that have something in common, and what that is."""
    first = 0
    while first + MEMBERS <= len(members):
        last, common = first + MEMBERS, told(reading, members[first : first + MEMBERS])
        if not common:
            first += 1
            continue
        while last < min(len(members), first + MOST) and (more := told(reading, members[first : last + 1])):
            last, common = last + 1, more
        yield members[first:last], common
        first = last


def _prefix(words: Sequence[str]) -> str:
    """What all of some words begin with."""
    same = takewhile(lambda column: len(set(column)) == 1, zip(*words, strict=False))
    return "".join(column[0] for column in same)


def _beginning(reading: Reading, members: Sequence[Span]) -> str:
    """How members begin alike: by two characters, or by one where they are about as long."""
    said = [_plain(reading.words(member)) for member in members]
    common, lengths = _prefix(said), [len(each) for each in said]
    if min(lengths) <= len(common) or max(lengths) > 2 * min(lengths) + 4:
        return ""
    return common if len(common) > 1 or (common and max(lengths) - min(lengths) <= 1 and min(lengths) > 2) else ""


def _ending(reading: Reading, members: Sequence[Span]) -> str:
    """How members end alike; names of places and organs do so anyway."""
    said = [reading.words(member) for member in members]
    common, lengths = _prefix([each[::-1] for each in said])[::-1], [len(each) for each in said]
    if min(lengths) <= len(common) or common in kinds("names"):
        return ""
    return common if len(common) > 2 or (common and len(set(lengths)) == 1 and lengths[0] > 2) else ""


def _built(reading: Reading, members: Sequence[Span]) -> str:
    """What members of one length have in the same place. The first may have a lead: 推动企业快发展、项目快建设."""
    said = [reading.words(member) for member in members]
    length = len(said[1])
    if length < SHORT or len(said[0]) < length or any(len(each) != length for each in said[1:]):
        return ""
    columns = zip(said[0][-length:], *said[1:], strict=True)
    return "".join(column[0] for column in columns if len(set(column)) == 1)


def _long(reading: Reading, members: Sequence[Span]) -> str:
    """Members that have but their length in common: 坚定理想信念，守住政治灵魂，筑牢精神支柱."""
    said = [reading.words(member) for member in members]
    same = len({len(each) for each in said}) == 1 and len(said[0]) > SHORT
    return str(len(said[0])) if same and not any(each[-1] in kinds("names") for each in said) else ""


def _framed(reading: Reading, members: Sequence[Span]) -> str:
    """How sentences begin alike: by their first characters, or by a frame, 以……为……, in their first clause."""
    said = [_plain(reading.words(member)) for member in members]
    common = _prefix(said)
    if len(common) > 1 and min(map(len, said)) > len(common):
        return "" if common in PRONOUNS else common
    clauses = [each.split("，")[0] for each in said]
    if not common or common not in FRAMES or max(map(len, clauses)) > 24:
        return ""
    shared = [c for c in clauses[0][2:] if c in FRAME_ENDS and all(c in clause[2:] for clause in clauses)]
    return f"{common}…{shared[0]}" if shared else ""


def _plain(words: str) -> str:
    return _WORD.sub("", words)


def _lists(reading: Reading) -> list[list[Span]]:
    """The members within each unit and each quotation: what stands between its commas, and between those and its 、."""
    hidden = _quiet(reading.text)
    wholes = [(hidden, unit) for unit in reading.units]
    wholes += [(reading.text, quotation) for quotation in quotations(reading.text)]
    found: list[list[Span]] = []
    for text, whole in wholes:
        for pattern in (_CLAUSE, _PIECE):
            members = [
                match for match in pattern.finditer(text, whole.start, whole.stop) if not _VALUE.search(match[0])
            ]
            if len(members) >= MEMBERS:
                found.append([Span(*match.span()) for match in members])
    return found


def _quiet(text: str) -> str:
    """The text with the stops in quotation marks hidden, as long as before."""
    return _QUOTE.sub(lambda match: _STOP.sub("·", match[0]), text)


def _within(told: Told) -> Callable[[Reading], Iterator[Finding]]:
    def find(reading: Reading) -> Iterator[Finding]:
        for members in reading.once(_lists):
            for run, common in _runs(reading, members, told):
                if _side_by_side(run):
                    yield Finding(Span(run[0].start, run[-1].stop), {"count": str(len(run)), "same": common})

    return find


def _side_by_side(run: Sequence[Span]) -> bool:
    """Whether nothing else stands between members."""
    return all(b.start - a.stop <= 1 for a, b in pairwise(run))


def _sentences(reading: Reading) -> Iterator[Finding]:
    """Sentences of a paragraph that begin alike."""
    for paragraph in reading.paragraphs:
        members = [_after_colon(reading, unit) for unit in paragraph if unit.start not in reading.headings]
        for run, common in _runs(reading, members, _framed):
            yield Finding(Span(run[0].start, run[-1].stop), {"count": str(len(run)), "same": common})


def _after_colon(reading: Reading, unit: Span) -> Span:
    span = trimmed(reading, unit)
    colon = reading.text.rfind("：", span.start, span.stop)
    return Span(colon + 1, span.stop) if 0 <= colon < span.stop - SHORT else span


RULES = (
    Rule("lens.parallel_sentences", "排比", _sentences),
    Rule("lens.parallel_beginning", "排比", _within(_beginning)),
    Rule("lens.parallel_ending", "排比", _within(_ending)),
    Rule("lens.parallel_built", "排比", _within(_built)),
    Rule("lens.parallel_long", "排比", _within(_long), weak=True),
)
