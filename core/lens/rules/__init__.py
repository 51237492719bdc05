"""The rules that suggest marks, one idea a file; ``RULES`` is the one list."""

from __future__ import annotations

from core.lens.rules import data, goals, maxims, parallels, problems, terms
from core.lens.rules.rule import Finding, Reading, Rule

__all__ = ["RULES", "Finding", "Reading", "Rule"]

RULES: tuple[Rule, ...] = (*data.RULES, *goals.RULES, *problems.RULES, *terms.RULES, *maxims.RULES, *parallels.RULES)
"""In the order in which they are asked; a passage that two rules of one tag find is the first one's."""
