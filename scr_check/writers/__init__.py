"""Documents to write on in a word processor."""
