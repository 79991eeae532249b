"""Drawing to ReportLab: a picture painted on a page, and the document around the pages. It decides nothing."""
