CREATE TABLE links (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    from_id TEXT NOT NULL,
    to_id TEXT NOT NULL,
    UNIQUE (case_id, id),
    FOREIGN KEY (case_id, from_id) REFERENCES entries (case_id, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (case_id, to_id) REFERENCES entries (case_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX links_from ON links (case_id, from_id);

CREATE INDEX links_to ON links (case_id, to_id);

CREATE TABLE saved_views (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    view TEXT NOT NULL,
    UNIQUE (case_id, id)
) STRICT;

CREATE TABLE view_state (
    row INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL UNIQUE,
    saved_id TEXT NOT NULL,
    view TEXT NOT NULL
) STRICT;
