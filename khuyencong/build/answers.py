"""Answers the questions that pages ask, and tells which answers are no longer the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

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

    def changed(self, before: Mapping[str, Mapping[Question, object]]) -> set[Question]:
        """Give the questions that have another answer now."""
        return {
            question
            for name, known in before.items()
            for question, answer in self._anew(name, known)
            if answer != known[question]
        }

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
            group = groups.setdefault(question[0], {})
            group.update(self._anew(question[0], [question]))
        return groups

    def _anew(self, name: str, questions: Iterable[Question]) -> Iterator[tuple[Question, object]]:
        answer = self.index.answers.get(name)
        if answer is None:
            return ((one, self.others.get(one)) for one in questions)
        return ((one, answer(*one[1:])) for one in questions)
