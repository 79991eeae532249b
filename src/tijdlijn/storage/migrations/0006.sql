CREATE TABLE book (
    row INTEGER PRIMARY KEY CHECK (row = 1),
    id TEXT NOT NULL,
    generation INTEGER NOT NULL
) STRICT;

INSERT INTO book (row, id, generation) VALUES (1, lower(hex(randomblob(16))), 0);

CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    device TEXT NOT NULL,
    event TEXT NOT NULL,
    object TEXT NOT NULL,
    result TEXT NOT NULL,
    detail TEXT NOT NULL,
    chain TEXT NOT NULL
) STRICT;

CREATE TABLE drafts (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL,
    place TEXT NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (case_id, place)
) STRICT;

CREATE TABLE retention_terms (
    row INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    months INTEGER NOT NULL,
    counts_from TEXT NOT NULL
) STRICT;

ALTER TABLE cases ADD COLUMN destroy_by TEXT;
ALTER TABLE cases ADD COLUMN retention TEXT NOT NULL DEFAULT '';
