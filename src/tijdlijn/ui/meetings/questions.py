"""The questions of a session, and under each what the family said in the talk before it and what the group answers.

`QuestionList` stands on its own: the presenter's view shows the same list, with questions that stay as they are.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from tijdlijn.model.sessions import Question, Session
from tijdlijn.services.sessions import keep_questions, restore_questions
from tijdlijn.ui.bsn_note import BsnNote
from tijdlijn.ui.meetings.desk import Desk
from tijdlijn.ui.meetings.fields import KeptText, flush_within
from tijdlijn.ui.meetings.part import Part, block, give_keys, let_go, page_of
from tijdlijn.ui.name_input import NameInput
from tijdlijn.ui.widgets import IconButton, button, column, plain_label, row


class FamilyBox(QFrame):
    """What the family says, in a place and a look of its own."""

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self.setProperty("role", "family")
        self.text = KeptText(self.tr("Het gezin zegt"), hint, 1)
        self.label = plain_label(self.tr("Het gezin zegt"), "family_says")
        layout = column(4)
        layout.setContentsMargins(14, 8, 10, 10)
        self.bsn = BsnNote(self.text)
        layout.addWidget(self.label)
        layout.addWidget(self.text)
        layout.addWidget(self.bsn)
        self.setLayout(layout)


class QuestionCard(QWidget):
    """One question."""

    def __init__(self, owner: QuestionList, is_fixed: bool) -> None:
        super().__init__()
        self._owner = owner
        self.question = Question("")
        self.number = plain_label("", "heading", wrap=False)
        self.number.setFixedWidth(24)
        self.number.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.number.setContentsMargins(0, 6, 0, 0)
        self.asked = KeptText(self.tr("Vraag"), lines=1, one_line=True)
        self.asked.setProperty("role", "asked")
        self.said = plain_label("", "heading")
        self.family = FamilyBox(self.tr("uit het gesprek vooraf"))
        self.answer = KeptText(self.tr("Antwoord van de groep"), self.tr("wat de groep antwoordt"), 2)
        self.up = IconButton("chevron-up", self.tr("Eerder vragen"), lambda: owner.shift(self, -1))
        self.down = IconButton("chevron-down", self.tr("Later vragen"), lambda: owner.shift(self, 1))
        self.remove = IconButton("close", self.tr("Vraag weghalen"), lambda: owner.remove(self))
        self.asked.kept.connect(lambda text: owner.change(self, text=text) if text else owner.remove(self))
        self.answer.kept.connect(lambda text: owner.change(self, answer=text))
        self.family.text.kept.connect(lambda text: owner.change(self, family=text))
        self._build(is_fixed)

    def _build(self, is_fixed: bool) -> None:
        head = row(8)
        head.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.said if is_fixed else self.asked, 1)
        for tool in () if is_fixed else (self.up, self.down, self.remove):
            head.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
        group = column(4)
        group.addWidget(plain_label(self.tr("De groep zegt"), "label"))
        self.bsn = BsnNote(self.asked, self.answer)
        group.addWidget(self.answer)
        group.addWidget(self.bsn)
        below = column(10)
        below.setContentsMargins(32, 0, 0, 0)
        below.addWidget(self.family)
        below.addLayout(group)
        layout = column(6)
        layout.addLayout(head)
        layout.addLayout(below)
        self.setLayout(layout)

    def show_question(self, number: int, of: int, question: Question, anew: bool) -> None:
        """Show a question at its place; what is being typed stays, unless it is about another."""
        self.question = question
        self.number.setText(f"{number + 1}.")
        self.asked.show_value(question.text, anew)
        self.said.setText(question.text)
        self.answer.show_value(question.answer, anew)
        self.family.text.show_value(question.family, anew)
        self.answer.setAccessibleName(self.tr("Antwoord van de groep: {0}").format(question.text))
        self.family.text.setAccessibleName(self.tr("Het gezin zegt: {0}").format(question.text))
        self.up.setEnabled(number > 0)
        self.down.setEnabled(number < of - 1)


class QuestionList(QWidget):
    """The questions of the session on the desk, as they are now; with `is_fixed` only what is said to them can be
    changed."""

    def __init__(self, desk: Desk, is_fixed: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._of = ""
        self._is_fixed = is_fixed
        self.cards: list[QuestionCard] = []
        self._list = column(30)
        self.add = NameInput(self.tr("Vraag toevoegen"), self.tr("nog een vraag; Enter voegt toe"))
        self.add.given.connect(lambda text: self._keep((*self._asked, Question(text)), self.tr("Voeg een vraag toe")))
        layout = column(24)
        layout.addLayout(self._list)
        if not is_fixed:
            layout.addWidget(self.add)
        self.setLayout(layout)

        desk.changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Show the questions as they are; what is being typed stays."""
        session, asked = self._desk.session, self._asked
        anew = self._of != (session.id if session else "") or len(asked) != len(self.cards)
        self._of = session.id if session else ""
        while len(self.cards) > len(asked):
            let_go(self.cards.pop())
        for at, question in enumerate(asked):
            if at == len(self.cards):
                self.cards.append(QuestionCard(self, self._is_fixed))
                self._list.addWidget(self.cards[-1])
            self.cards[at].show_question(at, len(asked), question, anew)

    def flush(self) -> bool:
        """Hand over what is typed; whether all of it was taken."""
        return flush_within(self)

    # Changing

    def change(self, card: QuestionCard, **fields: str) -> None:
        """Keep what was changed of a question."""
        at, asked = self.cards.index(card), self._asked
        if at < len(asked):
            fresh = replace(asked[at], **fields)
            step = self.tr("Wijzig een vraag") if "text" in fields else self.tr("Antwoord op '{0}'").format(fresh.text)
            self._keep((*asked[:at], fresh, *asked[at + 1 :]), step)

    def shift(self, card: QuestionCard, by: int) -> None:
        """Ask a question earlier or later; the keys go along with it."""
        self.flush()
        at, asked = self.cards.index(card), list(self._asked)
        to = at + by
        if 0 <= to < len(asked):
            asked[at], asked[to] = asked[to], asked[at]
            self._keep(tuple(asked), self.tr("Verplaats een vraag"))
            moved = self.cards[to]
            tool = moved.up if by < 0 else moved.down
            give_keys(tool if tool.isEnabled() else moved.asked)

    def remove(self, card: QuestionCard) -> None:
        """Take a question out with what was said to it; undo brings it back."""
        at, asked = self.cards.index(card), self._asked
        give_keys(self.add)
        self._keep((*asked[:at], *asked[at + 1 :]), self.tr("Haal een vraag weg"))

    @property
    def _asked(self) -> tuple[Question, ...]:
        session = self._desk.session
        return session.questions if session else ()

    def _keep(self, questions: tuple[Question, ...], step: str) -> None:
        self._desk.change(step, questions=questions)


class Questions(Part):
    """The list, with what can be done with all questions at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.list = QuestionList(desk)
        self.restore = button("", self._restore, "quiet", "undo")
        self.save = button("", self._save, "quiet", "star")
        body = block(
            self.tr("Vragen van de bijeenkomst"),
            self.tr(
                "Wat het gezin vooraf antwoordde, staat apart van wat de groep antwoordt; geen van beide verdwijnt."
            ),
        )
        body.addSpacing(12)
        body.addWidget(self.list)
        body.addSpacing(12)
        below = column(2)
        below.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeft)
        below.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        body.addLayout(below)
        layout = column(0)
        layout.addWidget(page_of(body))
        self.setLayout(layout)

    def show_session(self, session: Session, anew: bool) -> None:
        kind = session.kind.label
        self.restore.setText(self.tr("Terug naar de vragen van een {0}").format(kind))
        self.save.setText(self.tr("Bewaren als vragen voor elke {0}").format(kind))

    def _restore(self) -> None:
        self.flush()
        self.desk.controller.do(restore_questions, self.desk.session_id)

    def _save(self) -> None:
        self.flush()
        session = self.desk.session
        if session is not None:
            book, texts = self.desk.controller.book, [one.text for one in session.questions]
            told = self.tr("Elke nieuwe {0} begint voortaan met deze vragen.").format(session.kind.label)
            self.desk.keep(lambda: keep_questions(book, session.kind, texts), told)
