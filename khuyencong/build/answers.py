"""Answers the questions that pages ask, and tells which answers are no longer the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from khuyencong.model.index import Index, Question


class Answers:
    """Answers every question that pages ask.

    Arguments:
        index: all content files.
        others: the questions that are not about content, with their answers: templates, settings, tables.
    """

    def __init__(self, index: Index, others: Mapping[Question, object]) -> None:
        """Take what answers."""
        self.index = index
        self.others = others

    def changed(self, remembered: Mapping[str, Mapping[Question, object]]) -> set[Question]:
        """Give the questions that have another answer now than the one remembered, by the names of the questions."""
        changed: set[Question] = set()
        for name, known in remembered.items():
            answer = self._answering(name)
            changed.update([question for question, before in known.items() if answer(*question[1:]) != before])
        return changed

    def after(
        self, before: Mapping[str, Mapping[Question, object]], asked: Iterable[Question]
    ) -> dict[str, dict[Question, object]]:
        """Give all answers to remember, grouped by the names of their questions.

        Arguments:
            before: the answers remembered so far. One that is no longer the same is here too if it is still asked
                for, as all pages that asked it have been planned anew.
            asked: what these pages asked.
        """
        groups = {name: dict(known) for name, known in before.items()}
        for question in asked:
            groups.setdefault(question[0], {})[question] = self._answering(question[0])(*question[1:])
        return groups

    def _answering(self, name: str) -> Callable[..., object]:
        """Give what answers the questions of a name from their arguments."""
        return self.index.answers.get(name) or (lambda *arguments: self.others.get((name, *arguments)))
