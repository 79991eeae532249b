CREATE TABLE sessions (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    date TEXT,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    aim TEXT NOT NULL,
    attendees TEXT NOT NULL,
    questions TEXT NOT NULL,
    notes TEXT NOT NULL,
    showing TEXT NOT NULL,
    source_id TEXT,
    discussed TEXT NOT NULL,
    UNIQUE (case_id, id),
    FOREIGN KEY (case_id, source_id) REFERENCES sources (case_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE reflections (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    id TEXT NOT NULL,
    entry_id TEXT NOT NULL,
    session_id TEXT,
    how TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    involved TEXT NOT NULL,
    missing TEXT NOT NULL,
    known TEXT NOT NULL,
    fitting TEXT,
    better TEXT NOT NULL,
    learned TEXT NOT NULL,
    family TEXT NOT NULL,
    UNIQUE (case_id, id),
    FOREIGN KEY (case_id, entry_id) REFERENCES entries (case_id, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (case_id, session_id) REFERENCES sessions (case_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX reflections_entry ON reflections (case_id, entry_id);

CREATE TABLE agreed_actions (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    id TEXT NOT NULL,
    session_id TEXT,
    what TEXT NOT NULL,
    owner TEXT NOT NULL,
    due TEXT,
    person_ids TEXT NOT NULL,
    entry_id TEXT NOT NULL,
    finding_id TEXT NOT NULL,
    finding_words TEXT NOT NULL,
    state TEXT NOT NULL,
    remark TEXT NOT NULL,
    settled TEXT,
    UNIQUE (case_id, id),
    FOREIGN KEY (case_id, session_id) REFERENCES sessions (case_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE phases (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT,
    UNIQUE (case_id, id)
) STRICT;

CREATE TABLE consents (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    id TEXT NOT NULL,
    purpose TEXT NOT NULL,
    who TEXT NOT NULL,
    given TEXT NOT NULL,
    how TEXT NOT NULL,
    withdrawn TEXT,
    UNIQUE (case_id, id)
) STRICT;

CREATE TABLE presented (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    entry_id TEXT NOT NULL,
    UNIQUE (case_id, session_id)
) STRICT;

CREATE TABLE question_templates (
    row INTEGER PRIMARY KEY,
    kind TEXT NOT NULL UNIQUE,
    questions TEXT NOT NULL
) STRICT;
