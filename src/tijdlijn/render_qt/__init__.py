"""Drawing → QPainter. Paints what it is given; decides nothing."""
