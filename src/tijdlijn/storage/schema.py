"""The file format on one screen: its tables and the order of their columns.

The rule: these tables describe the newest version and are used to read and write; a file is made and brought up to
date by the frozen SQL in `migrations/`, and a test holds the two together. Lists (who an entry names, domains,
citations) are JSON arrays in the entry's own row, so that one row is one record and the journal restores it whole.
`row` is the place in the file: records come back in the order in which they were added.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, ForeignKeyConstraint, Integer, MetaData, Table, Text, UniqueConstraint

metadata = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _maybe(name: str) -> Column[str]:
    return Column(name, Text, nullable=True)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _row() -> Column[int]:
    return Column("row", Integer, primary_key=True)


def _record(name: str, *columns: Column[str] | Column[int] | Column[float] | ForeignKeyConstraint) -> Table:
    """A table of records that belong to a case and are known by an id within it."""
    case_id = Column("case_id", Text, ForeignKey("cases.id", deferrable=True, initially="DEFERRED"), nullable=False)
    return Table(name, metadata, _row(), case_id, _text("id"), *columns, UniqueConstraint("case_id", "id"))


def _of_party() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["case_id", "party_id"], ["parties.case_id", "parties.id"], deferrable=True, initially="DEFERRED"
    )


def _of_entry(column: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["case_id", column], ["entries.case_id", "entries.id"], deferrable=True, initially="DEFERRED"
    )


def _of_source(column: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["case_id", column], ["sources.case_id", "sources.id"], deferrable=True, initially="DEFERRED"
    )


def _of_session(column: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["case_id", column], ["sessions.case_id", "sessions.id"], deferrable=True, initially="DEFERRED"
    )


# fmt: off
cases = Table(
    "cases", metadata, _row(), Column("id", Text, nullable=False, unique=True),
    _text("title"), _text("code"), _maybe("reference_day"), _text("parameters"), _text("domains"), _text("notes"),
    Column("keeps_texts", Integer, nullable=False, server_default="1"), _maybe("destroy_by"),
    Column("retention", Text, nullable=False, server_default=""),
)
persons = _record(
    "persons", _text("name"), _text("role"), _maybe("birth"), _text("birth_words"), _number("is_focus"),
    _text("pseudonym"), _text("notes"), _number("position"),
)
parties = _record(
    "parties", _text("name"), _text("sector"), _text("pseudonym"), _text("notes"), _number("position"),
)
workers = _record(
    "workers", _text("name"), _maybe("party_id"), _text("function"), _text("pseudonym"), _number("position"),
    _of_party(),
)
sources = _record(
    "sources", _text("title"), _text("kind"), _text("genre"), _text("agency"), _maybe("date"), _text("date_words"),
    _text("notes"), _number("position"),
)
entries = _record(
    "entries", _text("kind"), _text("title"), _maybe("date"), _text("date_words"),
    Column("position", Float, nullable=False), _text("details"), _text("person_ids"), _text("party_ids"),
    _text("worker_ids"), _maybe("kader"), _maybe("weight"), _maybe("form"), _maybe("aimed_at"), _text("domains"),
    _text("schakelmoment"), _text("goal"), _text("outcome"), _text("voice"), _maybe("helped"),
    Column("cost_cents", Integer), Column("rate_cents", Integer), _maybe("rate_unit"), _text("citations"),
    _text("scenario"), _text("unread_date"), _text("notes"), _maybe("payer"),
    Column("cost_source", Text, nullable=False, server_default=""),
)
links = _record("links", _text("kind"), _text("from_id"), _text("to_id"), _of_entry("from_id"), _of_entry("to_id"))
documents = _record(
    "documents", _text("name"), _text("format"), _text("checksum"), _number("length"), _text("added"),
    _number("keeps_text"), _text("parts"), _text("text"), _of_source("id"),
)
decisions = _record(
    "decisions", _text("source_id"), _text("key"), _text("verdict"), _text("entry_id"), _of_source("source_id"),
)
sessions = _record(
    "sessions", _text("kind"), _maybe("date"), _text("title"), _text("place"), _text("aim"), _text("attendees"),
    _text("questions"), _text("notes"), _text("showing"), _maybe("source_id"), _text("discussed"),
    _of_source("source_id"),
)
reflections = _record(
    "reflections", _text("entry_id"), _maybe("session_id"), _text("how"), _text("decided_by"), _text("involved"),
    _text("missing"), _text("known"), _maybe("fitting"), _text("better"), _text("learned"), _text("family"),
    _of_entry("entry_id"), _of_session("session_id"),
)
agreed_actions = _record(
    "agreed_actions", _maybe("session_id"), _text("what"), _text("owner"), _maybe("due"), _text("person_ids"),
    _text("entry_id"), _text("finding_id"), _text("finding_words"), _text("state"), _text("remark"), _maybe("settled"),
    _of_session("session_id"),
)
phases = _record("phases", _text("name"), _text("first_day"), _maybe("last_day"))
consents = _record(
    "consents", _text("purpose"), _text("who"), _text("given"), _text("how"), _maybe("withdrawn"),
)
loose_names = _record("loose_names", _text("name"), _text("what"), _number("is_hidden"))
scenarios = _record(
    "scenarios", _text("name"), _maybe("branches"), _text("entry_id"), _text("likelihood"), _text("told_by"),
    _text("assumptions"), _text("effects"),
)
finding_marks = _record(
    "finding_marks", _text("finding_id"), _text("judgement"), _text("reason"), _maybe("on_day"), _text("kind"),
    _text("person_id"), _maybe("first_day"), _maybe("last_day"), _text("words"),
)
foreseen = _record("foreseen", _text("rule_id"), _text("verdict"), _text("entry_id"), _text("reason"))
saved_views = _record("saved_views", _text("name"), _text("view"))
view_state = Table(
    "view_state", metadata, _row(), Column("case_id", Text, nullable=False, unique=True), _text("saved_id"),
    _text("view"),
)
presented = Table(
    "presented", metadata, _row(), _text("case_id"), _text("session_id"), _text("entry_id"),
    UniqueConstraint("case_id", "session_id"),
)
question_templates = Table(
    "question_templates", metadata, _row(), Column("kind", Text, nullable=False, unique=True), _text("questions"),
)
column_mappings = Table(
    "column_mappings", metadata, _row(), _text("signature"), _text("agency"), _text("settings"),
    UniqueConstraint("signature", "agency"),
)
book = Table("book", metadata, _row(), _text("id"), _number("generation"))
audit = Table(
    "audit", metadata, Column("number", Integer, primary_key=True), _text("at"), _text("actor"), _text("device"),
    _text("event"), _text("object"), _text("result"), _text("detail"), _text("chain"),
)
drafts = Table(
    "drafts", metadata, _row(), _text("case_id"), _text("place"), _text("content"),
    UniqueConstraint("case_id", "place"),
)
retention_terms = Table(
    "retention_terms", metadata, _row(), Column("name", Text, nullable=False, unique=True), _number("months"),
    _text("counts_from"),
)
listed_rates = Table(
    "listed_rates", metadata, _row(), _text("name"), _number("rate_cents"), _text("rate_unit"), _maybe("payer"),
    Column("year", Integer), _text("source"),
)
steps = Table(
    "steps", metadata, Column("id", Integer, primary_key=True), _text("name"), _text("at"), _text("kind"),
    Column("target", Integer, ForeignKey("steps.id")), _text("case_id"),
)
journal = Table(
    "journal", metadata, Column("id", Integer, primary_key=True),
    Column("step", Integer, ForeignKey("steps.id"), nullable=False), _text("of_table"), _number("row"),
    _maybe("before"), _maybe("after"),
)
# fmt: on

PEOPLE = (persons, parties, workers, sources, loose_names)
MEETINGS = (sessions, reflections, agreed_actions, phases, consents)
UNDERSTANDING = (scenarios, finding_marks, foreseen)
JOURNALED = (cases, *PEOPLE, entries, links, documents, decisions, *MEETINGS, *UNDERSTANDING, saved_views)
"""Every table that a user changes; each has a column `row`, and triggers that write the journal.

`documents` are known by the id of their source; their texts, and the `parts` of these as JSON, come last in a row, so
that a list of documents does not read them. The `id` of a decision is that of its source and its key.

`view_state` holds the view in use, one row a case, and is not among them: looking at something else is no step. It
outlives its case, so that undoing the removal of a case shows it as it was. `column_mappings` remembers how tables were
read, `question_templates` which questions a kind of session begins with, and `presented` how far the story of a
session was told; these are not among them. Nor are `book` (which casebook this is and how often it was written),
`audit` (who did what, chained), `drafts` (what was typed and not yet entered), `retention_terms` (how long what is
kept) and `listed_rates` (what care costs).
"""
