ALTER TABLE cases ADD COLUMN keeps_texts INTEGER NOT NULL DEFAULT 1;

CREATE TABLE documents (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    checksum TEXT NOT NULL,
    length INTEGER NOT NULL,
    added TEXT NOT NULL,
    keeps_text INTEGER NOT NULL,
    parts TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (case_id, id),
    FOREIGN KEY (case_id, id) REFERENCES sources (case_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE decisions (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    id TEXT NOT NULL,
    source_id TEXT NOT NULL,
    key TEXT NOT NULL,
    verdict TEXT NOT NULL,
    entry_id TEXT NOT NULL,
    UNIQUE (case_id, id),
    FOREIGN KEY (case_id, source_id) REFERENCES sources (case_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX decisions_source ON decisions (case_id, source_id);

CREATE TABLE column_mappings (
    row INTEGER PRIMARY KEY,
    signature TEXT NOT NULL,
    agency TEXT NOT NULL,
    settings TEXT NOT NULL,
    UNIQUE (signature, agency)
) STRICT;
