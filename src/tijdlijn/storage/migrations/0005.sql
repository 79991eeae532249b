CREATE TABLE loose_names (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    what TEXT NOT NULL,
    is_hidden INTEGER NOT NULL,
    UNIQUE (case_id, id)
) STRICT;
