"""The audit log on the screen: who did what with the casebook, when, and whether the log is as it was written."""
