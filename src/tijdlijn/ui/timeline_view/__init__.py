"""The timeline on screen: one scrollable widget that paints what is visible, and the overview strip below it."""
