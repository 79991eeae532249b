"""Which parts a printed report has, in what order, and the files made of it: PDF, SVG and PNG, without a display."""
