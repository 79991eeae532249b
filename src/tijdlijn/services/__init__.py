"""What a user can do, one verb each; no toolkit. Nothing else writes to a casebook."""
