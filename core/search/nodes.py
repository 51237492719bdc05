"""What a question is made of, once it is understood."""

from __future__ import annotations

from typing import NamedTuple

from core.model import Span


class Word(NamedTuple):
    """Words to be found as they stand."""

    text: str


class Field(NamedTuple):
    """A condition: ``name`` is ``tag``, ``speaker``, ``year``, ``folder``, ``label`` or ``in``; ``span``
    its place in the question."""

    name: str
    value: str
    span: Span


class Not(NamedTuple):
    """Without that."""

    node: Node


class And(NamedTuple):
    """All of these."""

    nodes: tuple[Node, ...]


class Or(NamedTuple):
    """Any of these."""

    nodes: tuple[Node, ...]


class Near(NamedTuple):
    """The one and the other within ``most`` code points, or in the same ``unit``: ``sentence``, ``paragraph``,
    ``section`` or ``speech``. ``unit`` is empty where the distance counts."""

    one: Node
    other: Node
    unit: str
    most: int = 0


Node = Word | Field | Not | And | Or | Near


def is_condition(node: Node) -> bool:
    """Whether this only says where hits may stand, and has no words of its own."""
    match node:
        case Field():
            return True
        case Not(inner):
            return is_condition(inner)
        case And(nodes) | Or(nodes):
            return all(map(is_condition, nodes))
        case _:
            return False


def words_of(node: Node) -> list[str]:
    """All words in a question, those that must not be there too, in their order."""
    match node:
        case Word(text):
            return [text]
        case Not(inner):
            return words_of(inner)
        case And(nodes) | Or(nodes):
            return [word for each in nodes for word in words_of(each)]
        case Near(one, other):
            return words_of(one) + words_of(other)
        case _:
            return []


def conditions_of(node: Node) -> list[Field]:
    """All conditions in a question, in their order."""
    match node:
        case Field():
            return [node]
        case Not(inner):
            return conditions_of(inner)
        case And(nodes) | Or(nodes):
            return [field for each in nodes for field in conditions_of(each)]
        case _:
            return []
