CREATE TABLE scenarios (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    branches TEXT,
    entry_id TEXT NOT NULL,
    likelihood TEXT NOT NULL,
    told_by TEXT NOT NULL,
    assumptions TEXT NOT NULL,
    effects TEXT NOT NULL,
    UNIQUE (case_id, id)
) STRICT;

CREATE TABLE finding_marks (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    id TEXT NOT NULL,
    finding_id TEXT NOT NULL,
    judgement TEXT NOT NULL,
    reason TEXT NOT NULL,
    on_day TEXT,
    kind TEXT NOT NULL,
    person_id TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    words TEXT NOT NULL,
    UNIQUE (case_id, id)
) STRICT;

CREATE TABLE foreseen (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    id TEXT NOT NULL,
    rule_id TEXT NOT NULL,
    verdict TEXT NOT NULL,
    entry_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    UNIQUE (case_id, id)
) STRICT;

CREATE TABLE listed_rates (
    row INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    rate_cents INTEGER NOT NULL,
    rate_unit TEXT NOT NULL,
    payer TEXT,
    year INTEGER,
    source TEXT NOT NULL
) STRICT;

ALTER TABLE entries ADD COLUMN payer TEXT;
ALTER TABLE entries ADD COLUMN cost_source TEXT NOT NULL DEFAULT '';
