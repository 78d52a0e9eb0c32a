"""The desk: a case in the browser, to search, to correct and to decide."""
