CREATE TABLE cases (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    code TEXT NOT NULL,
    reference_day TEXT,
    parameters TEXT NOT NULL,
    domains TEXT NOT NULL,
    notes TEXT NOT NULL
) STRICT;

CREATE TABLE persons (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    birth TEXT,
    birth_words TEXT NOT NULL,
    is_focus INTEGER NOT NULL,
    pseudonym TEXT NOT NULL,
    notes TEXT NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (case_id, id)
) STRICT;

CREATE TABLE parties (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    sector TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    notes TEXT NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (case_id, id)
) STRICT;

CREATE TABLE workers (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    party_id TEXT,
    function TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (case_id, id),
    FOREIGN KEY (case_id, party_id) REFERENCES parties (case_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE sources (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    genre TEXT NOT NULL,
    agency TEXT NOT NULL,
    date TEXT,
    date_words TEXT NOT NULL,
    notes TEXT NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (case_id, id)
) STRICT;

CREATE TABLE entries (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    date TEXT,
    date_words TEXT NOT NULL,
    position REAL NOT NULL,
    details TEXT NOT NULL,
    person_ids TEXT NOT NULL,
    party_ids TEXT NOT NULL,
    worker_ids TEXT NOT NULL,
    kader TEXT,
    weight TEXT,
    form TEXT,
    aimed_at TEXT,
    domains TEXT NOT NULL,
    schakelmoment TEXT NOT NULL,
    goal TEXT NOT NULL,
    outcome TEXT NOT NULL,
    voice TEXT NOT NULL,
    helped TEXT,
    cost_cents INTEGER,
    rate_cents INTEGER,
    rate_unit TEXT,
    citations TEXT NOT NULL,
    scenario TEXT NOT NULL,
    unread_date TEXT NOT NULL,
    notes TEXT NOT NULL,
    UNIQUE (case_id, id)
) STRICT;

CREATE TABLE steps (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('start', 'do', 'undo', 'redo')),
    target INTEGER REFERENCES steps (id),
    case_id TEXT NOT NULL
) STRICT;

CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL REFERENCES steps (id),
    of_table TEXT NOT NULL,
    row INTEGER NOT NULL,
    before TEXT,
    after TEXT
) STRICT;

CREATE INDEX journal_step ON journal (step);
