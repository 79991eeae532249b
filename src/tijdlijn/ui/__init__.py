"""The window: widgets that show a snapshot and turn gestures into verbs of the services. No widget computes."""
