"""The dialogs: a sheet each, for what needs an answer before it can go on. None computes, all are freed on close."""
